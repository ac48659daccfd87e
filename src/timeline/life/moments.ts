import type { Moment } from '../prologue';
import { frame, type Recording } from '../recording';

/** A recording with what came before it; null where nobody has computed that. */
export interface WholeRun {
  readonly recording: Recording;
  readonly prologue: readonly Moment[] | null;
}

/**
 * A moment by the index of its frame. The prologue has the indexes up to 0, its last moment being
 * the first frame. Throws when there is none.
 */
export function momentAt({ recording, prologue }: WholeRun, index: number): Moment {
  const before = index > 0 ? undefined : prologue?.[index + prologue.length - 1];
  return before ?? frame(recording, index);
}
