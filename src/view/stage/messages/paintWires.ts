import type { LookOf } from '../../lookOf';
import { type Surface, wipe } from './canvasOn';
import type { RoutedSprite } from './routedSprite';
import { toneName } from './tone';
import { type Line, lineOf, wiresOf } from './wiresOf';

const WIDTH = 2;
const DASHES: Readonly<Record<Line, number[]>> = {
  faint: [0.5, 6],
  dashed: [5, 5],
  dotted: [2, 6],
  solid: [],
};
const [ALPHA, FAINT_ALPHA] = [0.75, 0.55];

/** Paints the ways of messages, as their elements are drawn: those that look alike in one go. */
export function paintWires(
  surface: Surface,
  routed: readonly RoutedSprite[],
  lookOf: LookOf,
): void {
  const { context, inks } = surface;
  wipe(surface);
  const looks = new Map<string, { line: Line; tone: string; path: Path2D }>();
  for (const [data, sprite] of wiresOf(routed)) {
    const line = lineOf(sprite);
    const tone = line === 'faint' ? 'var(--line-strong)' : toneName(sprite, lookOf);
    const look = looks.get(line + tone) ?? { line, tone, path: new Path2D() };
    looks.set(line + tone, look);
    look.path.addPath(new Path2D(data));
  }
  Object.assign(context, { lineWidth: WIDTH, lineCap: 'round', lineJoin: 'round' });
  for (const { line, tone, path } of looks.values()) {
    context.strokeStyle = inks.colourOf(tone);
    context.globalAlpha = line === 'faint' ? FAINT_ALPHA : ALPHA;
    context.setLineDash(DASHES[line]);
    context.stroke(path);
  }
}
