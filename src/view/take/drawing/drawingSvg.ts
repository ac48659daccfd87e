import type { Point } from '../../stage/layout/geometry';
import { rectOnScreen } from '../../rectOnScreen';
import { colourOf } from './colour';
import { escaped, type Attributes, tag } from './markup';

const PAINT = ['fill', 'stroke'];
const LOOKS = [
  'stroke-width',
  'stroke-dasharray',
  'stroke-dashoffset',
  'stroke-linecap',
  'stroke-linejoin',
  'fill-opacity',
  'stroke-opacity',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
];
/** What a drawing has when nothing is said. */
const USUAL: Attributes = {
  'stroke-dasharray': 'none',
  'stroke-dashoffset': '0px',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  'stroke-width': '1px',
  'fill-opacity': '1',
  'stroke-opacity': '1',
  opacity: '1',
  'text-anchor': 'start',
};
const NOT_DRAWN = /^(class|style|role|tabindex|focusable|xmlns|data-.*|aria-.*)$/;

/** A drawing within the page, with what the style sheets say of it written into it. */
export function drawingSvg(svg: SVGSVGElement, origin: Point): string {
  const { x, y, width, height } = rectOnScreen(svg);
  const place = { x: x - origin.x, y: y - origin.y, width, height };
  return elementSvg(svg, place);
}

function elementSvg(element: Element, place: Attributes = {}): string {
  const style = getComputedStyle(element);
  if (style.display === 'none') return '';
  const own = [...element.attributes].filter(({ name }) => !NOT_DRAWN.test(name));
  const inside = [...element.childNodes].map((child) => {
    if (child instanceof Text) return escaped(child.data);
    return child instanceof Element ? elementSvg(child) : '';
  });
  const written = Object.fromEntries(own.map(({ name, value }) => [name, value]));
  return tag(
    element.localName,
    { ...written, ...looksOf(element, style), ...place },
    inside.join(''),
  );
}

function looksOf(element: Element, style: CSSStyleDeclaration): Attributes {
  const looks: Record<string, string> = {};
  for (const name of PAINT) {
    const value = style.getPropertyValue(name);
    const colour = colourOf(value);
    looks[name] = value.startsWith('url') ? value.replaceAll('"', "'") : (colour?.hex ?? 'none');
    if (colour && colour.opacity !== 1) looks[`${name}-opacity`] = String(colour.opacity);
  }
  const isText = element instanceof SVGTextContentElement;
  for (const name of LOOKS) {
    const value = style.getPropertyValue(name);
    const isFont = name.startsWith('font') || name === 'text-anchor';
    if (value !== USUAL[name] && (isText || !isFont) && !(name in looks)) looks[name] = value;
  }
  return looks;
}
