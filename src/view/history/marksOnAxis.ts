import type { Event } from '../../sim/event';
import type { ToldMoment } from '../../timeline/mark';
import type { PromiseBreak } from '../../timeline/promiseBreaks';
import { markOf, type Mark } from '../transport/markOf';

/** A mark in its place, standing for all that fall together with it. */
export interface PlacedMark extends Mark {
  readonly id: string;
  readonly x: number;
  /** Story second of what it is drawn for. It may stand a little later, where it has room. */
  readonly story: number;
  /** All that fall together with it, in their order. */
  readonly moments: readonly ToldMoment[];
}

/** None stands nearer to another: each is 12 px wide, as in history.css. */
export const MARK_SPACING = 13;
/** How far from a mark it is pointed at. */
export const REACH = 9;
/** Behind two others of its moment, and no further from its time. */
const PUSHED_MAX = 2 * MARK_SPACING;
const knownMarks = new WeakMap<ToldMoment, readonly Mark[]>();

/**
 * The marks in the order of time, none over another: one of another shape is pushed behind the one
 * before it, as far as that is near enough; what else falls together is one mark, the heaviest.
 * What comes later never moves an earlier one, but for the one that it falls together with.
 */
export function marksOnAxis(
  moments: readonly ToldMoment[],
  pixelsPerStorySecond: number,
  breaks: readonly PromiseBreak[] = [],
): readonly PlacedMark[] {
  const placed: PlacedMark[] = [];
  for (const moment of moments) {
    const { index, story } = moment;
    const x = story * pixelsPerStorySecond;
    for (const [shape, mark] of shapesOf(moment, breaks)) {
      const last = placed.at(-1);
      const free = last ? last.x + MARK_SPACING : 0;
      if (last && x < free && (!isTold(shapeOf(last), shape) || free - x > PUSHED_MAX)) {
        placed[placed.length - 1] = joined(last, mark, moment, x);
      } else {
        const at = last ? Math.max(x, free) : x;
        placed.push({ ...mark, id: `${index} ${shape}`, x: at, story, moments: [moment] });
      }
    }
  }
  return placed;
}

/** The kind of a mark, or what else tells it from others by more than its colour. */
export function shapeOf({ kind, tone }: Mark): string {
  if (kind === 'election' && tone === 'failure') return 'uncleanElection';
  return kind ?? (tone === 'failure' ? 'failure' : 'plain');
}

/** The marks of a moment. It never changes, so it is looked at once. */
export function marksOf(moment: ToldMoment, breaks: readonly PromiseBreak[]): readonly Mark[] {
  const known = knownMarks.get(moment);
  if (known) return known;
  const marks = moment.events.map((event) => markIn(event, breaks)).filter((mark) => mark !== null);
  knownMarks.set(moment, marks);
  return marks;
}

/** The mark of an event: by whatever a promise is broken, it is one of a broken promise. */
export function markIn(event: Event, breaks: readonly PromiseBreak[]): Mark | null {
  const own = markOf(event);
  if (!breaks.some(({ happening }) => happening.event === event)) return own;
  return {
    text: own?.text ?? 'broken',
    weight: 15,
    tone: 'failure',
    partition: own?.partition ?? null,
    kind: 'brokenPromise',
  };
}

/** Of each shape of a moment the heaviest, in the order in which they happened. */
function shapesOf(moment: ToldMoment, breaks: readonly PromiseBreak[]): ReadonlyMap<string, Mark> {
  const shapes = new Map<string, Mark>();
  for (const mark of marksOf(moment, breaks)) {
    const shape = shapeOf(mark);
    if ((shapes.get(shape)?.weight ?? -1) < mark.weight) shapes.set(shape, mark);
  }
  return shapes;
}

/** Whether two shapes side by side tell more than one. */
function isTold(before: string, shape: string): boolean {
  return before !== shape && before !== 'plain' && shape !== 'plain';
}

function joined(last: PlacedMark, mark: Mark, moment: ToldMoment, x: number): PlacedMark {
  const isKnown = last.moments.at(-1) === moment;
  const all = { ...last, moments: isKnown ? last.moments : [...last.moments, moment] };
  if (mark.weight <= last.weight) return all;
  return { ...all, ...mark, x: Math.max(last.x, x), story: moment.story };
}
