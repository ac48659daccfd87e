import { clamp } from '../layout/geometry';
import type { StageLayout } from '../layout/stageLayout';
import { TILE_AROUND, tileOf } from '../layout/stageVariables';
import { textWidth } from '../layout/typeScale';
import type { Route } from '../routes/route';
import { routeBetween } from '../routes/routeBetween';
import type { Sprite } from './sprite';

export interface RoutedSprite {
  readonly sprite: Sprite;
  readonly route: Route;
  /** How wide it is at most, in CSS pixels: half of that. */
  readonly half: number;
  /** Of the stage. */
  readonly width: number;
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
  const routed = { sprite, route, half: halfWidth(layout, sprite), width: layout.width };
  ways.set(sprite, routed);
  return routed;
}

/** Of what has no label. */
const HALF_SHAPE = 10;
/** Around a label with a shape before it, on both sides together. */
const SHAPE_AROUND = 34;

/** Half of the room that a message takes at most: nothing is measured. */
export function halfWidth(
  layout: StageLayout,
  { kind, label }: Pick<Sprite, 'kind' | 'label'>,
): number {
  const { side, font, widthMax, unit } = tileOf(layout);
  if (label === '') return HALF_SHAPE * unit;
  const around = kind === 'highWatermark' ? SHAPE_AROUND * unit : TILE_AROUND;
  return clamp(textWidth(label, font, 'mono') + around, side, widthMax) / 2;
}
