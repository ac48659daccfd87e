import type { Happening } from '../mark';
import type { Moment } from '../prologue';
import { frame, happeningsUntil, type Recording } from '../recording';

/** A recording with what came before it; null where nobody has computed that. */
export interface WholeRun {
  readonly recording: Recording;
  readonly prologue: readonly Moment[] | null;
}

/** An event of the prologue or of the told history. */
export interface Happened extends Pick<Happening, 'event' | 'index' | 'tick'> {
  /** Story second; null before the story. */
  readonly story: number | null;
}

/**
 * A moment by the index of its frame. The prologue has the indexes up to 0, its last moment being
 * the first frame.
 */
export function momentAt({ recording, prologue }: WholeRun, index: number): Moment {
  const before = index > 0 ? undefined : prologue?.[index + prologue.length - 1];
  return before ?? frame(recording, index);
}

/** Every event of a run up to a frame, the prologue included, in the order of happening. */
export function happenedUntil(run: WholeRun, frameIndex: number): readonly Happened[] {
  return [...happenedBefore(run), ...happeningsUntil(run.recording, frameIndex)];
}

function happenedBefore({ prologue }: WholeRun): readonly Happened[] {
  if (prologue === null) return [];
  const first = 1 - prologue.length;
  return prologue.flatMap(({ world, events }, at) =>
    events.map((event) => ({ event, index: first + at, tick: world.now, story: null })),
  );
}
