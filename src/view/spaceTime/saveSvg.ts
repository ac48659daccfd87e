import { writable } from '../take/drawing/markup';
import type { Diagram } from '../take/saveDiagram';

const LEGEND_HEIGHT = 28;
const LEGEND_X = 12;

/** What a picture on the page does not say of itself. */
interface Additions {
  readonly title: string;
  readonly description: string;
  readonly legend: SVGSVGElement | null;
  readonly now: NowMark | null;
}

/** Where the playhead stands in the whole picture; null when it is out of sight. */
export interface NowMark {
  readonly x: number;
  readonly clock: string;
  /** How far what comes after it lies under a veil; as far as the playhead for none. */
  readonly veilEnd: number;
  /** Whether the clock has no room behind it. */
  readonly isLast: boolean;
}

/** What the theme says where an element stands. */
export interface Theme {
  /** A colour, by its variable, as `rgb(…)`. */
  readonly colour: (variable: string) => string;
  readonly sans: string;
  readonly mono: string;
}

/** The picture as a file of its own: its colours are fixed, and it says what it is. */
export function standaloneSvg(
  svg: SVGSVGElement,
  { title, description, legend, now }: Additions,
  { colour, sans, mono }: Theme,
): Diagram {
  const [width, height] = [numberOf(svg, 'width'), numberOf(svg, 'height')];
  const whole = height + LEGEND_HEIGHT;
  const all = made('svg', {
    width,
    height: whole,
    viewBox: `0 0 ${width} ${whole}`,
    'font-size': 12,
  });
  all.append(
    made('title', {}, title),
    made('desc', {}, description),
    made('rect', { width, height: whole, fill: 'var(--card)' }),
    svg.cloneNode(true),
  );
  if (legend) {
    const under = made('g', { transform: `translate(${LEGEND_X} ${height})` });
    under.append(legend.cloneNode(true));
    all.append(under);
  }
  for (const element of all.querySelectorAll('*'))
    for (const name of ['class', 'font-family']) element.removeAttribute(name);
  all.setAttribute('font-family', sans);
  if (now) all.append(...playheadAt(now, height, mono));
  const text = writable(new XMLSerializer().serializeToString(all));
  const drawn = text.replaceAll(/var\((--[\w-]+)\)/g, (_, variable: string) => colour(variable));
  return { svg: drawn, width, height: whole };
}

/** The line, its knob and its clock, over a veil on what comes after it: as on the page. */
function playheadAt({ x, clock, veilEnd, isLast }: NowMark, height: number, mono: string) {
  const veil = { x, width: Math.max(0, veilEnd - x), y: 6, height: height - 26 };
  const words = { x: isLast ? x - 10 : x + 10, y: 13, 'text-anchor': isLast ? 'end' : 'start' };
  return [
    made('rect', { ...veil, fill: 'var(--card)', 'fill-opacity': 0.6 }),
    made('path', { d: `M${x + 1} 6V${height - 20}`, stroke: 'var(--accent)', 'stroke-width': 2 }),
    made('circle', { cx: x + 1, cy: 8, r: 5, fill: 'var(--accent)' }),
    made(
      'text',
      { ...words, fill: 'var(--accent)', 'font-weight': 600, 'font-family': mono },
      clock,
    ),
  ];
}

function numberOf(svg: SVGSVGElement, side: 'width' | 'height'): number {
  return Number(svg.getAttribute(side));
}

function made(name: string, attributes: Readonly<Record<string, string | number>>, text = '') {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, `${value}`);
  element.textContent = text;
  return element;
}

/** What the theme says where an element stands. */
export function themeAt(element: Element): Theme {
  const style = getComputedStyle(element);
  return {
    colour: (variable) => {
      const probe = document.createElement('i');
      probe.style.color = `var(${variable})`;
      element.append(probe);
      const { color } = getComputedStyle(probe);
      probe.remove();
      return color;
    },
    sans: style.getPropertyValue('--sans'),
    mono: style.getPropertyValue('--mono'),
  };
}
