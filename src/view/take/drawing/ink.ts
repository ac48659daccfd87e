import { blank, type Brush } from './blank';
import { matrixOf, numbersOf } from './svgNumbers';

/** So fine is what is repeated, in points for each unit: it is turned, and drawn smaller. */
const FINE = 4;

/** Paints what an element has inside. */
type PaintInside = (brush: Brush, element: Element) => void;

/** What is said of a fill or a stroke, as a canvas takes it. */
export function inkOf(brush: Brush, said: string, element: Element, paintInside: PaintInside) {
  const source = referred(element, said);
  if (!source) return said;
  switch (source.localName) {
    case 'radialGradient': {
      const [x = 0, y = 0, r = 0] = numbersOf(source, 'cx', 'cy', 'r');
      return withStops(brush.createRadialGradient(x, y, 0, x, y, r), source);
    }
    case 'linearGradient': {
      const [x = 0, y = 0, endX = 0, endY = 0] = numbersOf(source, 'x1', 'y1', 'x2', 'y2');
      const [across, down] = [endX - x, endY - y];
      const length = Math.hypot(across, down);
      const matrix = new DOMMatrix().translate(x, y).rotateFromVector(across, down);
      return repeated(brush, length, matrix, (tile) => {
        tile.fillStyle = withStops(tile.createLinearGradient(0, 0, length, 0), source);
        tile.fillRect(0, 0, length, length);
      });
    }
    default: {
      // Our patterns are square.
      const [side = 0] = numbersOf(source, 'width');
      const matrix = matrixOf(source.getAttribute('patternTransform'));
      return repeated(brush, side, matrix, (tile) => paintInside(tile, source));
    }
  }
}

/** What an attribute of an element refers to: `url(#name)`. */
export function referred(element: Element, said: string | null): Element | null {
  const [, id] = /^url\(['"]?#([^'")]+)/.exec(said ?? '') ?? [];
  return id === undefined ? null : element.ownerDocument.getElementById(id);
}

function withStops(gradient: CanvasGradient, { children }: Element): CanvasGradient {
  for (const stop of children) {
    const [offset = 0] = numbersOf(stop, 'offset');
    const opacity = Number(stop.getAttribute('stop-opacity') ?? 1);
    const cover = Math.round(opacity * 255)
      .toString(16)
      .padStart(2, '0');
    gradient.addColorStop(offset, `${stop.getAttribute('stop-color')}${cover}`);
  }
  return gradient;
}

/** A square again and again. */
function repeated(brush: Brush, side: number, matrix: DOMMatrix, draw: (tile: Brush) => void) {
  const points = Math.ceil(side * FINE);
  const tile = blank(points, points);
  tile.scale(points / side, points / side);
  draw(tile);
  const pattern = brush.createPattern(tile.canvas, 'repeat');
  pattern?.setTransform(matrix.scale(side / points));
  return pattern ?? 'transparent';
}
