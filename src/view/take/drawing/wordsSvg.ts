import type { Box, Point } from '../../stage/layout/geometry';
import { colourOf, painted } from './colour';
import { escaped, tag } from './markup';

/** What the elements around a text decide about it. */
export interface Around {
  /** Words do not go further to the right: what does is cut, with an ellipsis. */
  readonly limit: number;
  /** Lines over or under the words of everything inside. */
  readonly lines: readonly CSSStyleDeclaration[];
}

interface Run extends Box {
  readonly says: string;
}

/** The words of a text node where the browser has put them, line by line. */
export function wordsSvg(
  node: Text,
  style: CSSStyleDeclaration,
  origin: Point,
  around: Around,
): string {
  const colour = colourOf(style.color);
  if (!colour) return '';
  const ascent = ascentOf(style);
  return runsIn(node, around.limit)
    .map(({ says, x, y, width }) => {
      const at = { x: x - origin.x, y: y - origin.y + ascent };
      const words = tag(
        'text',
        {
          ...at,
          ...painted('fill', colour),
          'font-family': style.fontFamily,
          'font-size': Number.parseFloat(style.fontSize),
          'font-weight': style.fontWeight,
          'letter-spacing': Number.parseFloat(style.letterSpacing) || null,
          // Other machines have other fonts: there the words fill the same room.
          textLength: width,
          lengthAdjust: 'spacingAndGlyphs',
        },
        escaped(says),
      );
      return words + around.lines.map((line) => lineOf(line, style, at, width)).join('');
    })
    .join('');
}

function runsIn(node: Text, limit: number): readonly Run[] {
  const range = document.createRange();
  const boxOf = (from: number, to: number) => {
    range.setStart(node, from);
    range.setEnd(node, to);
    return range.getBoundingClientRect();
  };
  const runs: { from: number; to: number; top: number }[] = [];
  for (const { index, 0: word } of node.data.matchAll(/\S+/g)) {
    const [to, { top, width }] = [index + word.length, boxOf(index, index + word.length)];
    if (width === 0) continue;
    const last = runs.at(-1);
    if (last && Math.abs(last.top - top) < 1) last.to = to;
    else runs.push({ from: index, to, top });
  }
  return runs.map(({ from, to }) => {
    const whole = boxOf(from, to);
    let end = to;
    // An ellipsis is about as wide as a letter and a half.
    const room = (end_: number) => boxOf(from, end_).right + (whole.height * 2) / 3;
    if (whole.right > limit + 1) while (end > from && room(end) > limit) end -= 1;
    const { x, y, width, height } = end === to ? whole : boxOf(from, end);
    const says = node.data.slice(from, end).replaceAll(/\s+/g, ' ');
    const more = end === to ? 0 : height / 2;
    return { says: more > 0 ? `${says}…` : says, x, y, width: width + more, height };
  });
}

const ascents = new Map<string, number>();

/** From the upper edge of a line of words to where its letters stand. */
function ascentOf({ fontWeight, fontSize, fontFamily }: CSSStyleDeclaration): number {
  const font = `${fontWeight} ${fontSize} ${fontFamily}`;
  const known = ascents.get(font);
  if (known !== undefined) return known;
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return Number.parseFloat(fontSize);
  context.font = font;
  const ascent = Math.round(context.measureText('x').fontBoundingBoxAscent);
  ascents.set(font, ascent);
  return ascent;
}

function lineOf(
  line: CSSStyleDeclaration,
  own: CSSStyleDeclaration,
  { x, y }: Point,
  width: number,
): string {
  const colour = colourOf(line.textDecorationColor);
  if (!colour) return '';
  const size = Number.parseFloat(own.fontSize);
  const thick = Number.parseFloat(line.textDecorationThickness) || Math.max(1, size / 14);
  const isThrough = line.textDecorationLine === 'line-through';
  const offset = Number.parseFloat(line.textUnderlineOffset) || size / 9;
  const height = isThrough ? y - size * 0.3 : y + offset + thick / 2;
  const isDotted = line.textDecorationStyle === 'dotted';
  return tag('path', {
    d: `M${x} ${height}h${width}`,
    ...painted('stroke', colour),
    'stroke-width': thick,
    'stroke-dasharray': isDotted ? `0 ${thick * 2}` : null,
    'stroke-linecap': isDotted ? 'round' : null,
  });
}
