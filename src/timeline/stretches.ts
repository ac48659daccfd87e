import type { Tick } from '../sim/ids';
import { isQuietBetween } from './pace';
import { markBehind, type Recording } from './recording';
import { markOf, type Run } from './run';

/** A part of the story in which messages of note are on their way, or none is. */
export interface Stretch {
  readonly isQuiet: boolean;
  /** Story seconds. */
  readonly from: number;
  readonly to: number;
  readonly fromTick: Tick;
  readonly toTick: Tick;
  /** Of the frames at both ends. */
  readonly fromIndex: number;
  readonly toIndex: number;
}

interface Known {
  readonly stretches: readonly Stretch[];
  /** Index of the last frame that was looked at, and whether the story is cut there. */
  readonly until: number;
  readonly isCut: boolean;
}

// A run only grows, so what was worked out of its beginning holds.
const known = new WeakMap<Run, Known>();

/**
 * The story of a recording, cut where it becomes quiet or busy. What is told in a quiet stretch
 * cuts it, so that nothing of note happens inside one.
 */
export function stretchesOf(recording: Recording): readonly Stretch[] {
  const { run, frameCount } = recording.line;
  const before = known.get(run);
  const start = before && before.until < frameCount ? before : NOTHING_YET;
  const stretches = [...start.stretches];
  let from = markOf(run, start.until);
  let { isCut } = start;
  for (let to = markBehind(recording, from); to !== null; to = markBehind(recording, to)) {
    const isQuiet = isQuietBetween(from, to);
    const last = stretches.at(-1);
    const end = { to: to.story, toTick: to.tick, toIndex: to.index };
    if (last && !isCut && last.isQuiet === isQuiet) stretches.splice(-1, 1, { ...last, ...end });
    else {
      const begin = { from: from.story, fromTick: from.tick, fromIndex: from.index };
      stretches.push({ isQuiet, ...begin, ...end });
    }
    isCut = isQuiet && to.told !== null;
    from = to;
  }
  known.set(run, { stretches, until: from.index, isCut });
  return stretches;
}

const NOTHING_YET: Known = { stretches: [], until: 0, isCut: true };
