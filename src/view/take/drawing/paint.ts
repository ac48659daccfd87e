import { blank, type Brush } from './blank';
import { inkOf, referred } from './ink';
import { matrixOf, numbersIn, numbersOf } from './svgNumbers';

/** The attributes of an element, and of those around it where it has none of its own. */
type Looks = Readonly<Record<string, string>>;

const USUAL: Looks = { fill: 'black', stroke: 'none', 'font-weight': '400' };

/**
 * Paints a drawing of ours as a browser draws it: the elements and attributes of SVG that it is
 * written in. Browsers themselves draw one only from an address, which a page may forbid.
 */
export function paint(brush: Brush, svg: string): void {
  const drawn = new DOMParser().parseFromString(svg, 'image/svg+xml');
  paintElement(brush, drawn.documentElement, USUAL);
}

function paintElement(brush: Brush, element: Element, around: Looks): void {
  const own = [...element.attributes].map(({ name, value }) => [name, value]);
  const looks: Looks = { ...around, opacity: '1', ...Object.fromEntries(own) };
  const { a, b, c, d, e, f } = matrixOf(element.getAttribute('transform'));
  brush.save();
  brush.transform(a, b, c, d, e, f);
  switch (element.localName) {
    case 'svg':
    case 'g':
      paintGroup(brush, element, looks);
      break;
    case 'text':
      paintWords(brush, element, looks);
      break;
    case 'path':
    case 'rect':
    case 'circle':
      paintShape(brush, element, looks);
  }
  brush.restore();
}

function paintInside(brush: Brush, element: Element, looks: Looks): void {
  for (const child of element.children) paintElement(brush, child, looks);
}

function paintGroup(brush: Brush, element: Element, looks: Looks): void {
  const hole = referred(element, element.getAttribute('clip-path'))?.firstElementChild;
  if (hole) brush.clip(pathOf(hole));
  if (element.localName === 'svg') enter(brush, element);
  if (looks['opacity'] === '1') return paintInside(brush, element, looks);
  // What is faint as a whole does not shine through itself.
  const layer = blank(brush.canvas.width, brush.canvas.height);
  layer.setTransform(brush.getTransform());
  paintInside(layer, element, looks);
  brush.resetTransform();
  brush.globalAlpha = Number(looks['opacity']);
  brush.drawImage(layer.canvas, 0, 0);
}

/** A drawing within a drawing has a place and units of its own. */
function enter(brush: Brush, element: Element): void {
  const [x = 0, y = 0, width = 0, height = 0] = numbersOf(element, 'x', 'y', 'width', 'height');
  const [, , units = width] = numbersIn(element.getAttribute('viewBox') ?? '');
  const hole = new Path2D();
  hole.rect(x, y, width, height);
  brush.clip(hole);
  brush.translate(x, y);
  brush.scale(width / units, width / units);
}

function paintShape(brush: Brush, element: Element, looks: Looks): void {
  const path = pathOf(element);
  const rule = looks['fill-rule'] === 'evenodd' ? 'evenodd' : 'nonzero';
  inInk(brush, element, looks, {
    fill: () => brush.fill(path, rule),
    stroke: () => brush.stroke(path),
  });
}

function pathOf(element: Element): Path2D {
  const path = new Path2D(element.getAttribute('d') ?? '');
  const [x = 0, y = 0, width = 0, height = 0] = numbersOf(element, 'x', 'y', 'width', 'height');
  const [cx = 0, cy = 0, r = 0] = numbersOf(element, 'cx', 'cy', 'r');
  if (width > 0) path.roundRect(x, y, width, height, numbersOf(element, 'rx'));
  if (r > 0) path.arc(cx, cy, r, 0, 2 * Math.PI);
  return path;
}

function paintWords(brush: Brush, element: Element, looks: Looks): void {
  const words = element.textContent;
  const [x = 0, y = 0, room = 0] = numbersOf(element, 'x', 'y', 'textLength');
  const [size = 16] = numbersIn(looks['font-size'] ?? '');
  brush.font = `${looks['font-weight']} ${size}px ${looks['font-family']}`;
  brush.letterSpacing = `${looks['letter-spacing'] ?? 0}px`;
  const { width } = brush.measureText(words);
  const before = { middle: width / 2, end: width }[looks['text-anchor'] ?? ''] ?? 0;
  brush.translate(x, y);
  if (room > 0) brush.scale(room / width, 1);
  inInk(brush, element, looks, {
    fill: () => brush.fillText(words, -before, 0),
    stroke: () => brush.strokeText(words, -before, 0),
  });
  if (looks['text-decoration']) brush.fillRect(-before, 2, width, 1);
}

type Deeds = Readonly<Record<'fill' | 'stroke', () => void>>;

/** Fills something and draws along its edge, in the colours that are said. */
function inInk(brush: Brush, element: Element, looks: Looks, deeds: Deeds): void {
  const lineWidth = Number.parseFloat(looks['stroke-width'] ?? '1');
  // What is not said stays as it is usual, which is the same for a canvas and in SVG.
  Object.assign(brush, {
    lineWidth,
    lineCap: looks['stroke-linecap'],
    lineJoin: looks['stroke-linejoin'],
    lineDashOffset: Number.parseFloat(looks['stroke-dashoffset'] ?? ''),
    miterLimit: 4,
  });
  brush.setLineDash(numbersIn(looks['stroke-dasharray'] ?? ''));
  const kinds = ['fill', 'stroke'] as const;
  for (const kind of looks['paint-order'] === 'stroke' ? kinds.toReversed() : kinds) {
    const said = looks[kind] === 'currentColor' ? looks['color'] : looks[kind];
    // A canvas knows no lines without a width.
    const isNothing = said === 'none' || (kind === 'stroke' && lineWidth === 0);
    if (said === undefined || isNothing) continue;
    brush[`${kind}Style`] = inkOf(brush, said, element, (tile, inside) =>
      paintInside(tile, inside, USUAL),
    );
    brush.globalAlpha = Number(looks['opacity']) * Number(looks[`${kind}-opacity`] ?? 1);
    deeds[kind]();
  }
}
