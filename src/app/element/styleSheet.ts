/** All looks, put here when the script is built. */
const STYLE = '/* highwater: style */';

let sheet: CSSStyleSheet | undefined;

/** One sheet for all elements of a page. */
export function styleSheet(): CSSStyleSheet {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
  }
  return sheet;
}
