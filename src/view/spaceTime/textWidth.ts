const FONT = '600 12px';
/** Where nothing can be measured. */
const LETTER_WIDTH = 7.4;
/** Words with a count that grows are never asked for again. */
const KNOWN_MAX = 1_000;

let context: CanvasRenderingContext2D | null | undefined;
const known = new Map<string, number>();

/** How wide words of the diagram are, in pixels, rounded up. */
export function textWidth(text: string): number {
  const found = known.get(text);
  if (found !== undefined) return found;
  const width = Math.ceil(measured(text) ?? text.length * LETTER_WIDTH);
  if (known.size >= KNOWN_MAX) known.clear();
  known.set(text, width);
  return width;
}

function measured(text: string): number | null {
  if (context === undefined) {
    context = document.createElement('canvas').getContext('2d');
    if (context) context.font = `${FONT} ${getComputedStyle(document.body).fontFamily}`;
  }
  return context ? context.measureText(text).width : null;
}
