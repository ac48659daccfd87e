import type { Box } from '../../stage/layout/geometry';
import type { NewId } from './boxSvg';
import { colourOf } from './colour';
import { tag } from './markup';

interface Gradient {
  readonly id: string;
  readonly markup: string;
}

interface Stop {
  readonly colour: string;
  /** Along the gradient, in pixels. */
  readonly at: number;
}

/** A gradient of the page, `repeating-linear-gradient(…)` or a round one, as one of SVG. */
export function gradientOf(image: string, box: Box, newId: NewId): Gradient | null {
  const [, kind, how = ''] =
    /^(repeating-linear|radial)-gradient\((.*)\)(?:, none)?$/.exec(image) ?? [];
  if (kind === undefined) return null;
  const { width, height } = box;
  const centre = { x: box.x + width / 2, y: box.y + height / 2 };
  const id = newId();
  if (kind === 'radial') {
    const r = Math.hypot(width, height) / 2;
    const place = { id, gradientUnits: 'userSpaceOnUse', cx: centre.x, cy: centre.y, r };
    return { id, markup: tag('radialGradient', place, stopsOf(how, r, r).join('')) };
  }
  const angle = (Number.parseFloat(how) * Math.PI) / 180;
  const [dx, dy] = [Math.sin(angle), -Math.cos(angle)];
  const whole = Math.abs(width * dx) + Math.abs(height * dy);
  const start = { x: centre.x - (dx * whole) / 2, y: centre.y - (dy * whole) / 2 };
  const period = Math.max(...readStops(how, whole).map(({ at }) => at));
  const place = {
    id,
    gradientUnits: 'userSpaceOnUse',
    spreadMethod: 'repeat',
    x1: start.x,
    y1: start.y,
    x2: start.x + dx * period,
    y2: start.y + dy * period,
  };
  return { id, markup: tag('linearGradient', place, stopsOf(how, whole, period).join('')) };
}

function stopsOf(how: string, whole: number, period: number): readonly string[] {
  return readStops(how, whole).map(({ colour, at }) => {
    const { hex, opacity } = colourOf(colour) ?? { hex: '#000000', opacity: 0 };
    const faint = opacity === 1 ? null : opacity;
    return tag('stop', { offset: at / period, 'stop-color': hex, 'stop-opacity': faint });
  });
}

const STOP = /((?:rgba?|color)\([^)]*\))((?: -?[\d.]+(?:px|%))+)/g;

/** A colour may have two places: from the one to the other it is that colour alone. */
function readStops(how: string, whole: number): readonly Stop[] {
  return [...how.matchAll(STOP)].flatMap(([, colour = '', places = '']) =>
    places
      .trim()
      .split(' ')
      .map((place) => ({
        colour,
        at: Number.parseFloat(place) * (place.endsWith('%') ? whole / 100 : 1) || 0,
      })),
  );
}
