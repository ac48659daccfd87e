import { bottom, type Box, isWithin, overlaps, right } from '../stage/layout/geometry';
import type { Segment } from './lines';

/** Words that want a place: the heavier ones choose first. */
export interface Wish {
  readonly weight: number;
  /** Where they may stand, the best place first. */
  readonly places: readonly Box[];
  /** It belongs on a line, so lines are not in its way. */
  readonly isOnLine?: boolean;
}

/**
 * Gives each its best place that is free and in the picture, and that the fewest lines go through;
 * those for which there is none get none.
 */
export function placeLabels<Kind extends Wish>(
  wishes: readonly Kind[],
  picture: Box,
  lines: readonly Segment[] = [],
): { readonly placed: readonly (Kind & { readonly box: Box })[]; readonly hidden: number } {
  const boxes: Box[] = [];
  const placed: (Kind & { readonly box: Box })[] = [];
  for (const wish of wishes.toSorted((a, b) => b.weight - a.weight)) {
    const free = wish.places.filter(
      (place) => isWithin(place, picture) && !boxes.some((other) => overlaps(place, other)),
    );
    const crossed = free.map((place) =>
      wish.isOnLine ? 0 : lines.filter((line) => crosses(line, place)).length,
    );
    const box = free[crossed.indexOf(Math.min(...crossed))];
    if (!box) continue;
    boxes.push(box);
    placed.push({ ...wish, box });
  }
  return { placed, hidden: wishes.length - placed.length };
}

/** Whether a line goes through a box. */
function crosses([start, end]: Segment, box: Box): boolean {
  let [from, to] = [0, 1];
  for (const [at, way, low, high] of [
    [start.x, end.x - start.x, box.x, right(box)],
    [start.y, end.y - start.y, box.y, bottom(box)],
  ] as const) {
    if (way === 0 && (at < low || at > high)) return false;
    if (way === 0) continue;
    const [one, other] = [(low - at) / way, (high - at) / way];
    from = Math.max(from, Math.min(one, other));
    to = Math.min(to, Math.max(one, other));
  }
  return from < to;
}
