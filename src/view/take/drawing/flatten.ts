import type { Box, Point } from '../../stage/layout/geometry';
import { boxSvg, type NewId, pixels } from './boxSvg';
import { drawingSvg } from './drawingSvg';
import { tag } from './markup';
import { numbersIn } from './svgNumbers';
import { type Around, wordsSvg } from './wordsSvg';

/**
 * What an element of the page shows, as SVG: boxes, words and drawings where the browser has laid
 * them out, in the colours that they have there. So a picture can never differ from the stage.
 */
export function flatten(root: HTMLElement, prefix: string): string {
  const { x, y } = root.getBoundingClientRect();
  let ids = 0;
  const newId = () => `${prefix}${(ids += 1)}`;
  return elementSvg(root, { x, y }, newId, { limit: Infinity, lines: [] });
}

function elementSvg(element: Element, origin: Point, newId: NewId, around: Around): string {
  const style = getComputedStyle(element);
  if (isUnseen(style)) return '';
  if (element instanceof SVGSVGElement) return drawingSvg(element, origin);
  if (!(element instanceof HTMLElement)) return '';
  const turn = turnOf(style);
  if (turn !== 0) return turned(element, turn, origin, newId, around);
  const box = placed(element.getBoundingClientRect(), origin);
  const inside = [
    boxSvg(style, box, newId),
    pseudoSvg(element, '::before', box, newId),
    cutOff(element, style, box, newId, contentsSvg(element, style, origin, newId, around)),
    pseudoSvg(element, '::after', box, newId),
  ].join('');
  return inside !== '' && style.opacity !== '1'
    ? tag('g', { opacity: Number(style.opacity) }, inside)
    : inside;
}

/** Not shown at all, or only there for those who listen. */
function isUnseen({ display, visibility, opacity, clipPath }: CSSStyleDeclaration): boolean {
  const isHidden = display === 'none' || visibility === 'hidden' || opacity === '0';
  return isHidden || clipPath.startsWith('inset');
}

/** What does not fit within its box ends at its edge, where the box says so. */
function cutOff(
  { scrollWidth, clientWidth }: HTMLElement,
  { overflowX, textOverflow }: CSSStyleDeclaration,
  box: Box,
  newId: NewId,
  inside: string,
): string {
  const isCut = (overflowX === 'hidden' || overflowX === 'clip') && textOverflow !== 'ellipsis';
  if (!isCut || inside === '' || scrollWidth <= clientWidth) return inside;
  const id = newId();
  const hole = tag('clipPath', { id }, tag('rect', { ...box }));
  return hole + tag('g', { 'clip-path': `url(#${id})` }, inside);
}

function contentsSvg(
  element: HTMLElement,
  style: CSSStyleDeclaration,
  origin: Point,
  newId: NewId,
  around: Around,
): string {
  const within: Around = {
    limit: style.textOverflow === 'ellipsis' ? rightOf(element) : around.limit,
    lines: style.textDecorationLine === 'none' ? around.lines : [...around.lines, style],
  };
  const layers = [...element.childNodes].map((child) => ({
    child,
    level: child instanceof Element ? Number(getComputedStyle(child).zIndex) || 0 : 0,
  }));
  return layers
    .toSorted((a, b) => a.level - b.level)
    .map(({ child }) => {
      if (child instanceof Text) return wordsSvg(child, style, origin, within);
      return child instanceof Element ? elementSvg(child, origin, newId, within) : '';
    })
    .join('');
}

function rightOf(element: HTMLElement): number {
  return element.getBoundingClientRect().right;
}

function placed({ x, y, width, height }: DOMRect, origin: Point): Box {
  return { x: x - origin.x, y: y - origin.y, width, height };
}

/** A box that a style sheet adds: it stands where its offsets say, within the border of its box. */
function pseudoSvg(
  element: HTMLElement,
  which: '::before' | '::after',
  within: Box,
  newId: NewId,
): string {
  const style = getComputedStyle(element, which);
  if (style.content === 'none' || style.content === 'normal' || isUnseen(style)) return '';
  if (style.position !== 'absolute') return '';
  const outer = getComputedStyle(element);
  const size = (name: keyof CSSStyleDeclaration & string) =>
    Number.parseFloat(style.getPropertyValue(name)) || 0;
  const [width, height] = sizeOfPseudo(style);
  const [across = '0', down = '0'] = style.translate === 'none' ? [] : style.translate.split(' ');
  const box = {
    x: within.x + Number.parseFloat(outer.borderLeftWidth) + size('left') + pixels(across, width),
    y: within.y + Number.parseFloat(outer.borderTopWidth) + size('top') + pixels(down, height),
    width,
    height,
  };
  return boxSvg(style, box, newId);
}

function sizeOfPseudo(style: CSSStyleDeclaration): readonly [number, number] {
  const sum = (...names: readonly string[]) =>
    names.reduce((all, name) => all + (Number.parseFloat(style.getPropertyValue(name)) || 0), 0);
  if (style.boxSizing === 'border-box' && style.width !== '0px')
    return [sum('width'), sum('height')];
  return [
    sum('width', 'border-left-width', 'border-right-width'),
    sum('height', 'border-top-width', 'border-bottom-width'),
  ];
}

/** By how much an element is turned, in degrees. */
function turnOf({ rotate, transform }: CSSStyleDeclaration): number {
  if (rotate !== 'none' && rotate !== '') return Number.parseFloat(rotate);
  const [a = 1, b = 0] = numbersIn(transform);
  return (Math.atan2(b, a) * 180) / Math.PI;
}

/** Measured as it stands upright, and turned in the picture. */
function turned(
  element: HTMLElement,
  turn: number,
  origin: Point,
  newId: NewId,
  around: Around,
): string {
  const { rotate, transform } = element.style;
  const [, , , , right = 0, down = 0] = numbersIn(getComputedStyle(element).transform);
  element.style.rotate = 'none';
  element.style.transform = `translate(${right}px, ${down}px)`;
  const { x, y } = placed(element.getBoundingClientRect(), origin);
  const [ox = 0, oy = 0] = getComputedStyle(element)
    .transformOrigin.split(' ')
    .map(Number.parseFloat);
  const inside = elementSvg(element, origin, newId, around);
  Object.assign(element.style, { rotate, transform });
  return tag('g', { transform: `rotate(${turn} ${x + ox} ${y + oy})` }, inside);
}
