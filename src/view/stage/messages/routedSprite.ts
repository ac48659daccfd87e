import type { Box } from '../layout/geometry';
import type { StageLayout } from '../layout/stageLayout';
import type { Route } from '../routes/route';
import { routeBetween } from '../routes/routeBetween';
import type { Sprite } from './sprite';
import { spriteRoom } from './spriteRoom';

export interface RoutedSprite {
  readonly sprite: Sprite;
  readonly route: Route;
  /** Where its middle may be. */
  readonly room: Box;
}

// A message keeps its way while the layout is the same: found once for all frames of its flight.
const known = new WeakMap<StageLayout, WeakMap<Sprite, RoutedSprite>>();

/** A sprite and its way across the stage; null when one of its ends is not on it. */
export function routedSprite(layout: StageLayout, sprite: Sprite): RoutedSprite | null {
  const ways = known.get(layout) ?? new WeakMap<Sprite, RoutedSprite>();
  known.set(layout, ways);
  const way = ways.get(sprite);
  if (way) return way;
  const { from, to, partition, lane } = sprite;
  const route = routeBetween(layout, from, to, partition, lane);
  if (!route) return null;
  const routed = { sprite, route, room: spriteRoom(layout, sprite) };
  ways.set(sprite, routed);
  return routed;
}
