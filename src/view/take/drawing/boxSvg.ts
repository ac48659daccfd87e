import type { Box } from '../../stage/layout/geometry';
import { colourOf, painted } from './colour';
import { gradientOf } from './gradient';
import { short, tag } from './markup';
import {
  type Corners,
  evenly,
  inset,
  insetCorners,
  lengthAround,
  outlineOf,
  type Sides,
} from './outline';

/** The names of a drawing: each is given once. */
export type NewId = () => string;

const SIDES = ['top', 'right', 'bottom', 'left'] as const;
const CORNERS = ['top-left', 'top-right', 'bottom-right', 'bottom-left'];

/** The ground, border and rings of a box of the page, from the lowest up. */
export function boxSvg(style: CSSStyleDeclaration, box: Box, newId: NewId): string {
  const corners = cornersOf(style, box);
  const shape = polygonIn(style.clipPath, box) ?? outlineOf(box, corners);
  return (
    ringsOf(style, box, corners, 'around') +
    groundOf(style, box, shape, newId) +
    ringsOf(style, box, corners, 'within') +
    borderOf(style, box, corners) +
    outerOf(style, box, corners)
  );
}

function groundOf(style: CSSStyleDeclaration, box: Box, shape: string, newId: NewId): string {
  const colour = colourOf(style.backgroundColor);
  const flat = colour && tag('path', { d: shape, ...painted('fill', colour) });
  const gradient = gradientOf(style.backgroundImage, box, newId);
  const over =
    gradient && gradient.markup + tag('path', { d: shape, fill: `url(#${gradient.id})` });
  return (flat ?? '') + (over ?? '');
}

function borderOf(style: CSSStyleDeclaration, box: Box, corners: Corners): string {
  const [width, ...others] = SIDES.map((side) => sizeOf(style, `border-${side}-width`));
  const widths: Sides = [width ?? 0, others[0] ?? 0, others[1] ?? 0, others[2] ?? 0];
  if (widths.every((each) => each === 0)) return '';
  const [colour] = SIDES.map((side) => style.getPropertyValue(`border-${side}-color`));
  const isEven = SIDES.every(
    (side, at) => widths[at] === width && style.getPropertyValue(`border-${side}-color`) === colour,
  );
  if (!isEven) return unevenBorder(style, box, corners, widths);
  return edge(box, corners, style.borderTopStyle, widths[0], colour ?? '');
}

/** An edge of one width and colour, within a box. */
function edge(box: Box, corners: Corners, line: string, width: number, computed: string): string {
  const colour = colourOf(computed);
  if (!colour || line === 'none') return '';
  if (line === 'double') {
    const third = evenly((2 * width) / 3);
    const inner = edge(
      inset(box, third),
      insetCorners(corners, third),
      'solid',
      width / 3,
      computed,
    );
    return edge(box, corners, 'solid', width / 3, computed) + inner;
  }
  const half = evenly(width / 2);
  const [middle, rounded] = [inset(box, half), insetCorners(corners, half)];
  return tag('path', {
    d: outlineOf(middle, rounded),
    fill: 'none',
    ...painted('stroke', colour),
    'stroke-width': width,
    'stroke-dasharray': dashesOf(line, width, lengthAround(middle, rounded)),
    'stroke-linecap': line === 'dotted' ? 'round' : null,
  });
}

/** As browsers have them: so long that a whole number goes around. */
function dashesOf(line: string, width: number, length: number): string | null {
  if (line !== 'dashed' && line !== 'dotted') return null;
  const isThin = width < 3;
  const dash = line === 'dotted' ? 0 : width * (isThin ? 3 : 2);
  const gap = width * (line === 'dashed' && !isThin ? 1 : 2);
  const count = Math.max(1, Math.round(length / (dash + gap)));
  return `${short(dash)} ${short(length / count - dash)}`;
}

/** Sides of their own: each is what lies between outer and inner edge. */
function unevenBorder(
  style: CSSStyleDeclaration,
  box: Box,
  corners: Corners,
  widths: Sides,
): string {
  const inner = inset(box, widths);
  const { x, y, width, height } = inner;
  const at = (px: number, py: number) => `${short(px)} ${short(py)}`;
  const outerAt = [at(box.x, box.y), at(box.x + box.width, box.y)];
  outerAt.push(at(box.x + box.width, box.y + box.height), at(box.x, box.y + box.height));
  const innerAt = [at(x, y), at(x + width, y), at(x + width, y + height), at(x, y + height)];
  return SIDES.map((side, nth) => {
    const colour = colourOf(style.getPropertyValue(`border-${side}-color`));
    if (!colour || widths[nth] === 0) return '';
    const next = (nth + 1) % SIDES.length;
    const isAlone = widths.filter((each) => each > 0).length === 1;
    const d = isAlone
      ? outlineOf(box, corners) + outlineOf(inner, insetCorners(corners, widths))
      : `M${outerAt[nth]}L${outerAt[next]}L${innerAt[next]}L${innerAt[nth]}Z`;
    return tag('path', { d, ...painted('fill', colour), 'fill-rule': 'evenodd' });
  }).join('');
}

const SHADOW = /((?:rgba?|color)\([^)]*\)) 0px 0px 0px (-?[\d.]+)px( inset)?/g;

/** Rings that are written as shadows. A soft shadow stays behind: it says nothing. */
function ringsOf(
  style: CSSStyleDeclaration,
  box: Box,
  corners: Corners,
  where: 'around' | 'within',
): string {
  return [...style.boxShadow.matchAll(SHADOW)]
    .filter(([, , , isWithin]) => (isWithin !== undefined) === (where === 'within'))
    .map(([, colour = '', spread = '0']) => {
      const out = evenly(where === 'within' ? 0 : -Number(spread));
      const outer = insetCorners(corners, out);
      return edge(inset(box, out), outer, 'solid', Number(spread), colour);
    })
    .join('');
}

function outerOf(style: CSSStyleDeclaration, box: Box, corners: Corners): string {
  const width = sizeOf(style, 'outline-width');
  if (style.outlineStyle === 'none' || width === 0) return '';
  const out = evenly(-width - sizeOf(style, 'outline-offset'));
  const around = inset(box, out);
  return edge(around, insetCorners(corners, out), style.outlineStyle, width, style.outlineColor);
}

function cornersOf(style: CSSStyleDeclaration, { width, height }: Box): Corners {
  const read = CORNERS.map((corner) => {
    const [x = '0', y = x] = style.getPropertyValue(`border-${corner}-radius`).split(' ');
    return [pixels(x, width), pixels(y, height)] as const;
  });
  const most = Math.max(1, ...read.map(([x, y]) => Math.max((2 * x) / width, (2 * y) / height)));
  const at = (nth: number) => [(read[nth]?.[0] ?? 0) / most, (read[nth]?.[1] ?? 0) / most] as const;
  return [at(0), at(1), at(2), at(3)];
}

/** A shape that is cut out of its box: `polygon(50% 0px, …)`. */
function polygonIn(clipPath: string, { x, y, width, height }: Box): string | null {
  const points = /^polygon\((.*)\)$/.exec(clipPath)?.[1]?.split(',');
  if (!points) return null;
  const placed = points.map((point) => {
    const [px = '0', py = '0'] = point.trim().split(' ');
    return `${short(x + pixels(px, width))} ${short(y + pixels(py, height))}`;
  });
  return `M${placed.join('L')}Z`;
}

function sizeOf(style: CSSStyleDeclaration, property: string): number {
  return Number.parseFloat(style.getPropertyValue(property)) || 0;
}

export function pixels(size: string, whole: number): number {
  const value = Number.parseFloat(size) || 0;
  return size.endsWith('%') ? (value / 100) * whole : value;
}
