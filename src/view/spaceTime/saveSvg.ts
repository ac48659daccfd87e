import type { Diagram } from '../take/saveDiagram';

const LEGEND_HEIGHT = 28;
const LEGEND_X = 12;

/** What a picture on the page does not say of itself. */
interface Additions {
  readonly title: string;
  readonly description: string;
  readonly legend: SVGSVGElement | null;
  /** Where the playhead stands; null when it is out of sight. */
  readonly now: { readonly x: number; readonly clock: string } | null;
}

/**
 * The picture as a file of its own: its colours are fixed, and it says what it is.
 *
 * @param resolve a colour of the theme, by its variable
 */
export function standaloneSvg(
  svg: SVGSVGElement,
  { title, description, legend, now }: Additions,
  resolve: (variable: string) => string,
): Diagram {
  const [width, height] = [numberOf(svg, 'width'), numberOf(svg, 'height')];
  const whole = height + LEGEND_HEIGHT;
  const all = made('svg', {
    width,
    height: whole,
    viewBox: `0 0 ${width} ${whole}`,
    'font-family': 'sans-serif',
    'font-size': 12,
  });
  all.append(
    made('title', {}, title),
    made('desc', {}, description),
    made('rect', { width, height: whole, fill: 'var(--card)' }),
    svg.cloneNode(true),
  );
  if (now) {
    all.append(
      made('path', { d: `M${now.x} 6V${height}`, stroke: 'var(--accent)', 'stroke-width': 2 }),
      made('text', { x: now.x + 6, y: 12, fill: 'var(--accent)' }, now.clock),
    );
  }
  if (legend) {
    const under = made('g', { transform: `translate(${LEGEND_X} ${height})` });
    under.append(legend.cloneNode(true));
    all.append(under);
  }
  for (const element of all.querySelectorAll('[class]')) element.removeAttribute('class');
  const text = new XMLSerializer().serializeToString(all);
  const coloured = text.replaceAll(/var\((--[\w-]+)\)/g, (_, name: string) => resolve(name));
  return { svg: coloured, width, height: whole };
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

/** What a colour of the theme is where an element stands, as `rgb(…)`. */
export function resolverAt(element: Element): (variable: string) => string {
  return (variable) => {
    const probe = document.createElement('i');
    probe.style.color = `var(${variable})`;
    element.append(probe);
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  };
}
