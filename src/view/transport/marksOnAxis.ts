import type { ToldMoment } from '../../timeline/mark';
import { markOf, type Mark } from './markOf';

/** A mark in its place, standing for all that fall together with it. */
export interface PlacedMark extends Mark {
  readonly id: string;
  readonly x: number;
  readonly count: number;
}

const MARK_SPACING = 7;
const heaviestOf = new WeakMap<ToldMoment, Mark | 'none'>();

/** At most one mark for every few pixels of the axis: the heaviest of those that fall there. */
export function marksOnAxis(
  moments: readonly ToldMoment[],
  pixelsPerStorySecond: number,
): readonly PlacedMark[] {
  const slots = new Map<number, PlacedMark>();
  for (const moment of moments) {
    const mark = markOfMoment(moment);
    if (mark === 'none') continue;
    const x = moment.story * pixelsPerStorySecond;
    const slot = Math.round(x / MARK_SPACING);
    const there = slots.get(slot);
    const count = (there?.count ?? 0) + 1;
    const isHeavier = !there || mark.weight > there.weight;
    slots.set(slot, isHeavier ? { ...mark, id: `${slot}`, x, count } : { ...there, count });
  }
  return [...slots.values()];
}

/** A moment never changes, so it is looked at once. */
function markOfMoment(moment: ToldMoment): Mark | 'none' {
  const known = heaviestOf.get(moment);
  if (known) return known;
  const marks = moment.events.map(markOf).filter((mark) => mark !== null);
  const heaviest = marks.toSorted((a, b) => b.weight - a.weight)[0] ?? 'none';
  heaviestOf.set(moment, heaviest);
  return heaviest;
}
