import type { Tick } from '../sim/ids';
import { isQuietBetween } from './pace';
import { markBehind, type Recording } from './recording';
import { markOf } from './run';

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

/**
 * The story of a recording, cut where it becomes quiet or busy. What is told in a quiet stretch
 * cuts it, so that nothing of note happens inside one.
 */
export function stretchesOf(recording: Recording): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let from = markOf(recording.line.run, 0);
  let cut = true;
  for (let to = markBehind(recording, from); to !== null; to = markBehind(recording, to)) {
    const isQuiet = isQuietBetween(from, to);
    const last = stretches.at(-1);
    const end = { to: to.story, toTick: to.tick, toIndex: to.index };
    if (last && !cut && last.isQuiet === isQuiet) stretches.splice(-1, 1, { ...last, ...end });
    else {
      const start = { from: from.story, fromTick: from.tick, fromIndex: from.index };
      stretches.push({ isQuiet, ...start, ...end });
    }
    cut = isQuiet && to.told !== null;
    from = to;
  }
  return stretches;
}
