/** A canvas to paint on, and what the style sheet says there. */
export interface Surface {
  readonly context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;
  /** Device pixels for each CSS pixel. */
  readonly ratio: number;
  readonly inks: Inks;
}

/** What was found in the style sheet, as long as that is the same. */
export interface Inks {
  /** The colour that a value comes to, `var(--page)`, say. */
  readonly colourOf: (value: string) => string;
  /** Family of a label's letters. */
  readonly mono: string;
  /** Least width of a line, in CSS pixels. */
  readonly stroke: number;
}

interface Canvas {
  /** Has one child, which asks the style sheet. */
  readonly canvas: HTMLCanvasElement;
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly paint: (surface: Surface) => void;
}

const PIXEL_RATIO_MAX = 2;

const known = new WeakMap<HTMLCanvasElement, Inks>();

/** Paints a canvas, and again when the theme is another. Returns how to stop that. */
export function canvasOn({ canvas, width, height, paint }: Canvas) {
  const ratio = Math.min(devicePixelRatio, PIXEL_RATIO_MAX);
  const [wide, high] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== wide) canvas.width = wide;
  if (canvas.height !== high) canvas.height = high;
  const context = canvas.getContext('2d');
  if (!context) return undefined;
  const repaint = () => {
    const inks = known.get(canvas) ?? inksOf(canvas);
    known.set(canvas, inks);
    paint({ context, ratio, inks });
  };
  // Its own colour changes with the theme, in a transition too short to be seen.
  const recolour = () => {
    known.delete(canvas);
    repaint();
  };
  repaint();
  canvas.addEventListener('transitionend', recolour);
  return () => canvas.removeEventListener('transitionend', recolour);
}

/** Wipes the canvas; what is painted next is in CSS pixels. */
export function wipe({ context, ratio }: Surface): void {
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, context.canvas.width, context.canvas.height);
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
}

function inksOf(canvas: HTMLCanvasElement): Inks {
  const colours = new Map<string, string>();
  const probe = canvas.firstElementChild;
  const colourOf = (value: string) => {
    const colour = colours.get(value);
    if (colour !== undefined || !(probe instanceof HTMLElement)) return colour ?? '';
    probe.style.color = value;
    const found = getComputedStyle(probe).color;
    colours.set(value, found);
    return found;
  };
  const style = getComputedStyle(canvas);
  const stroke = Number.parseFloat(style.getPropertyValue('--stroke')) || 0;
  return { colourOf, mono: style.fontFamily, stroke };
}
