import type { Box } from '../../stage/layout/geometry';
import { short } from './markup';

/** Across and down: how round a corner is. */
type Corner = readonly [number, number];
/** From the upper left one on, clockwise. */
export type Corners = readonly [Corner, Corner, Corner, Corner];

/** From the upper side on, clockwise. */
export type Sides = readonly [number, number, number, number];

/** What a box leaves inside when so much of each side is taken away; less than nothing: outside. */
export function inset({ x, y, width, height }: Box, [top, right, bottom, left]: Sides): Box {
  return {
    x: x + left,
    y: y + top,
    width: Math.max(0, width - left - right),
    height: Math.max(0, height - top - bottom),
  };
}

/** The corners of that inside. A square one stays square. */
export function insetCorners(corners: Corners, [top, right, bottom, left]: Sides): Corners {
  const [a, b, c, d] = corners;
  const less = ([x, y]: Corner, across: number, down: number): Corner =>
    x === 0 || y === 0 ? [0, 0] : [Math.max(0, x - across), Math.max(0, y - down)];
  return [less(a, left, top), less(b, right, top), less(c, right, bottom), less(d, left, bottom)];
}

export function evenly(width: number): Sides {
  return [width, width, width, width];
}

/** The way around a box, as the data of a path. */
export function outlineOf({ x, y, width, height }: Box, corners: Corners): string {
  const [a, b, c, d] = corners;
  const arc = ([rx, ry]: Corner, across: number, down: number) =>
    rx === 0 || ry === 0
      ? ''
      : `a${[rx, ry, 0, 0, 1, across * rx, down * ry].map(short).join(' ')}`;
  const parts = [
    `M${short(x + a[0])} ${short(y)}`,
    `H${short(x + width - b[0])}${arc([b[0], b[1]], 1, 1)}`,
    `V${short(y + height - c[1])}${arc(c, -1, 1)}`,
    `H${short(x + d[0])}${arc(d, -1, -1)}`,
    `V${short(y + a[1])}${arc(a, 1, -1)}`,
  ];
  return `${parts.join('')}Z`;
}

/** How long that way is; of round corners the nearest quarter of a circle. */
export function lengthAround({ width, height }: Box, corners: Corners): number {
  const radii = corners.reduce((sum, [x, y]) => sum + (x + y) / 2, 0);
  return 2 * (width + height) - 2 * radii + (Math.PI / 2) * radii;
}
