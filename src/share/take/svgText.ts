import { CARRIED_MAX, KEYWORD } from './carried';

/** The element that carries a text in an SVG. */
export function svgMetadata(text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<metadata id="${KEYWORD}">${escaped}</metadata>`;
}

const METADATA = new RegExp(`<metadata id="${KEYWORD}">([^<]{1,${CARRIED_MAX}})</metadata>`);

/** The text that such an element carries; null when there is none. Nothing else is looked at. */
export function svgText(svg: string): string | null {
  const carried = METADATA.exec(svg)?.[1];
  return carried?.replaceAll('&lt;', '<').replaceAll('&amp;', '&') ?? null;
}
