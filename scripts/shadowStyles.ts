import type { Plugin } from 'vite';

const PLACE = '/* highwater: style */';

/**
 * The looks of the page as an element has them in its shadow: they come within the script, and ask
 * not how wide the screen is, but how wide the element.
 */
export function shadowStyles(): Plugin {
  return {
    name: 'highwater-shadow-styles',
    enforce: 'pre',
    transform: (code, id) => (id.endsWith('.css') ? { code: inShadow(code, id), map: null } : null),
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const files = Object.values(bundle);
        const style = files.find(({ fileName }) => fileName.endsWith('.css'));
        const script = files.find((file) => file.type === 'chunk');
        if (style?.type !== 'asset' || script?.type !== 'chunk')
          throw new Error('There is no style or no script.');
        const text = JSON.stringify(String(style.source));
        const written = script.code.replace(/(["'`])\/\* highwater: style \*\/\1/, () => text);
        if (written === script.code) throw new Error(`The script has no place for ${PLACE}.`);
        script.code = written;
        delete bundle[style.fileName];
      },
    },
  };
}

/** Menus lie over the page around, and ask how wide that is. */
const OVER_THE_PAGE = /menus\.css$/;

/** Looks for a page, as looks for the root of a shadow. */
function inShadow(css: string, file: string): string {
  const asked = OVER_THE_PAGE.test(file)
    ? css
    : css.replace(/@media ([^{]*(?:width|height)[^{]*)\{/g, (_, query: string) =>
        askElement(query),
      );
  return asked.replace(/:root\b|(?<=^|\n)body(?= \{)/g, '.highwaterHome');
}

/** How high a figure is where its brokers stand in a row: `--pageHeight` in element.css. */
const HEIGHT_MIN = 400;
const HEIGHT_MAX = 640;
const SHARE_OF_WIDTH = 0.56;
const ROW_WIDTH_MIN = 600;

/** The height of an element follows from its width, so that its width is all there is to ask. */
function askElement(query: string): string {
  const ways = query
    .split(',')
    .map((way) => way.split(/\band\b/).flatMap((part) => asWidths(part.trim())))
    .filter((parts) => !parts.includes(NEVER))
    .map((parts) => parts.join(' and ') || '(min-width: 0)');
  if (ways.length === 0) return '@media not all {';
  return `@container highwater (${ways.join(') or (')}) {`;
}

const NEVER = 'never';

/** What a part of a query asks, asked of the width; nothing where it is always so. */
function asWidths(part: string): readonly string[] {
  const [, bound, pixels] = /\((min|max)-height: (\d+)px\)/.exec(part) ?? [];
  if (pixels === undefined) return [part];
  const [height, isMax] = [Number(pixels), bound === 'max'];
  if (height >= HEIGHT_MAX) return isMax ? [] : [NEVER];
  if (height < HEIGHT_MIN) return isMax ? [NEVER] : [];
  const width = Math.round(height / SHARE_OF_WIDTH);
  if (!isMax) return [`(min-width: ${width}px)`];
  return [`(min-width: ${ROW_WIDTH_MIN}px)`, `(max-width: ${width}px)`];
}
