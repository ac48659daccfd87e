import type { Event } from '../../sim/event';
import type { ToldMoment } from '../../timeline/mark';
import type { PromiseBreak } from '../../timeline/promiseBreaks';
import { markOf, type Mark } from '../transport/markOf';

/** A mark in its place, standing for all that fall together with it. */
export interface PlacedMark extends Mark {
  readonly id: string;
  readonly x: number;
  /** All that fall together with it, in their order. */
  readonly moments: readonly ToldMoment[];
}

interface Slot {
  readonly moments: ToldMoment[];
  /** Of each shape the heaviest, and where it is. */
  readonly marks: Map<string, Mark & { readonly x: number }>;
}

export const MARK_SPACING = 12;
const knownMarks = new WeakMap<ToldMoment, readonly Mark[]>();

/**
 * At most one mark for every few pixels of the axis: the heaviest of those that fall there. Where
 * there is room behind it, those of other kinds follow.
 */
export function marksOnAxis(
  moments: readonly ToldMoment[],
  pixelsPerStorySecond: number,
  breaks: readonly PromiseBreak[] = [],
): readonly PlacedMark[] {
  const slots = new Map<number, Slot>();
  for (const moment of moments) {
    const x = moment.story * pixelsPerStorySecond;
    const at = Math.round(x / MARK_SPACING);
    const marks = marksOf(moment, breaks);
    if (marks.length === 0) continue;
    const slot: Slot = slots.get(at) ?? { moments: [], marks: new Map() };
    slots.set(at, slot);
    slot.moments.push(moment);
    for (const mark of marks) {
      const known = slot.marks.get(shapeOf(mark));
      if (!known || known.weight < mark.weight) slot.marks.set(shapeOf(mark), { ...mark, x });
    }
  }
  return [...slots].flatMap(([at, slot]) => placed(at, slot, (other) => slots.has(other)));
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

function placed(at: number, slot: Slot, isTaken: (at: number) => boolean): readonly PlacedMark[] {
  const marks = [...slot.marks.values()].toSorted((a, b) => b.weight - a.weight);
  const shown: PlacedMark[] = [];
  for (const mark of marks) {
    const behind = shown.length;
    if (behind > 0 && (mark.kind === null || isTaken(at + behind))) continue;
    const x = behind > 0 ? (shown[0]?.x ?? 0) + behind * MARK_SPACING : mark.x;
    shown.push({ ...mark, id: `${at}-${behind}`, x, moments: slot.moments });
  }
  return shown;
}
