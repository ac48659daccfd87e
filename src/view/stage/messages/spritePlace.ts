import { clamp, type Point } from '../layout/geometry';
import { pointAt, type Route } from '../routes/route';
import { CUT_AT } from './cutWays';
import type { RoutedSprite } from './routedSprite';
import type { Sprite, SpriteKind } from './sprite';

/** Between a message and the row that it leaves or comes to, in CSS pixels. */
const GAP = 4;
/**
 * Share of its way by which a label sets off ahead. What one row sends to many at once goes the
 * further the sooner, so that no label lies over another.
 */
const AHEAD = 0.12;

interface Labelled extends Omit<RoutedSprite, 'sprite'> {
  readonly sprite: Pick<Sprite, 'label'>;
}

/**
 * Where a message is drawn after a share of its way. One that is doomed comes no further than the
 * cut. Where the way leads along the edge of the stage, a wide one keeps beside it.
 */
export function spritePlace(
  { sprite, route, half, width }: Labelled,
  progress: number,
  isDoomed: boolean,
): Point {
  const { label } = sprite;
  const way = isDoomed ? progress * CUT_AT : progress;
  // On a cut way the middle is where it ends.
  const ahead = label === '' || isDoomed ? 0 : AHEAD * route.length;
  const { x, y } = pointAt(route, withinEnds(route, way, half + GAP, ahead));
  return { x: clamp(x, half, width - half), y };
}

const SIZES: Partial<Record<SpriteKind, number>> = { fetch: 19, acknowledgement: 15 };

/** Side of the square of a message's shape, in CSS pixels. */
export function shapeSize({ kind, background }: Pick<Sprite, 'kind' | 'background'>): number {
  return background ? 11 : (SIZES[kind] ?? 16);
}

/** So far a message keeps from the rows at its two ends; in a narrow gutter still a third moves. */
function withinEnds({ length }: Route, progress: number, halfWidth: number, ahead: number): number {
  const share = (inset: number) => Math.min(inset, length / 3) / Math.max(1, length);
  const [start, end] = [share(halfWidth + ahead), share(halfWidth)];
  return start + progress * (1 - start - end);
}
