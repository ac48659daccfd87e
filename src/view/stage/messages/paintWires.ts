import type { LookOf } from '../../lookOf';
import { type Inks, type Surface, wipe } from './canvasOn';
import type { RoutedSprite } from './routedSprite';
import { toneName } from './tone';
import { type Line, lineOf, wiresOf } from './wiresOf';

const WIDTH = 2;
/** Length of a dash and of the gap after it, round ends included, in CSS pixels. */
const DASHES: Readonly<Record<Exclude<Line, 'solid'>, readonly [number, number]>> = {
  faint: [2, 4],
  dashed: [6, 4],
  dotted: [4, 4],
};
const [ALPHA, FAINT_ALPHA] = [0.75, 0.55];

interface Look {
  readonly line: Line;
  readonly colour: string;
  readonly path: Path2D;
}

/** Paints the ways of messages, as their elements are drawn: those that look alike in one go. */
export function paintWires(
  surface: Surface,
  routed: readonly RoutedSprite[],
  lookOf: LookOf,
): void {
  const { context, inks } = surface;
  wipe(surface);
  const looks = new Map<string, Look>();
  for (const [data, sprite] of wiresOf(routed)) {
    const line = lineOf(sprite);
    const colour = inks.colourOf(
      line === 'faint' ? 'var(--line-strong)' : toneName(sprite, lookOf),
    );
    const look = looks.get(line + colour) ?? { line, colour, path: new Path2D() };
    looks.set(line + colour, look);
    look.path.addPath(new Path2D(data));
  }
  context.lineWidth = WIDTH;
  context.lineCap = context.lineJoin = 'round';
  for (const { line, colour, path } of looks.values()) {
    context.strokeStyle = line === 'solid' ? colour : dashesOf(surface, line, colour);
    context.globalAlpha = line === 'faint' ? FAINT_ALPHA : ALPHA;
    context.stroke(path);
  }
}

const known = new WeakMap<Inks, Map<string, CanvasPattern | string>>();

/** A ground of slanted stripes: along a wire, which follows an axis, they are dashes. Cutting the
 * lines into dashes would take three times as long. */
function dashesOf(
  { context, ratio, inks }: Surface,
  line: keyof typeof DASHES,
  colour: string,
): CanvasPattern | string {
  const patterns = known.get(inks) ?? new Map<string, CanvasPattern | string>();
  known.set(inks, patterns);
  const key = [line, colour, ratio].join(' ');
  const pattern = patterns.get(key) ?? stripes(context, DASHES[line], colour, ratio) ?? colour;
  patterns.set(key, pattern);
  return pattern;
}

function stripes(
  context: Surface['context'],
  [dash, gap]: readonly [number, number],
  colour: string,
  ratio: number,
): CanvasPattern | null {
  const side = Math.round((dash + gap) * ratio);
  const tile = new OffscreenCanvas(side, side);
  const ink = tile.getContext('2d');
  if (!ink) return null;
  ink.fillStyle = colour;
  const length = (side * dash) / (dash + gap);
  for (const x of [-side, 0, side]) {
    ink.beginPath();
    ink.moveTo(x, 0);
    ink.lineTo(x + length, 0);
    ink.lineTo(x + length + side, side);
    ink.lineTo(x + side, side);
    ink.fill();
  }
  const pattern = context.createPattern(tile, 'repeat');
  pattern?.setTransform(new DOMMatrix().scale(1 / ratio));
  return pattern;
}
