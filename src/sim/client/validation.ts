import type { AutoOffsetReset } from '../config';
import type { EpochEnd } from '../broker/leaderEpochs';
import { UNKNOWN } from '../ids';
import type { Offset } from '../ids';

/** What becomes of a position, once the leader has said where its epoch ended. */
export type Validation =
  | { readonly type: 'goOn' }
  | { readonly type: 'stepBack'; readonly to: Offset; readonly epoch: number }
  | { readonly type: 'reset' }
  /** LogTruncationException; null when nobody can tell where the logs part. */
  | { readonly type: 'fail'; readonly divergence: EpochEnd | null };

/**
 * Compares a position with the end of its epoch in the leader's log. If the epoch ended before the
 * position, what was read beyond is in the log no more (SubscriptionState.maybeCompleteValidation).
 */
export function completeValidation(
  position: Offset,
  end: EpochEnd,
  policy: AutoOffsetReset,
): Validation {
  if (end.endOffset === UNKNOWN || end.epoch === UNKNOWN) {
    return policy === 'none' ? { type: 'fail', divergence: null } : { type: 'reset' };
  }
  if (end.endOffset >= position) return { type: 'goOn' };
  // It goes on where the logs part, not at the start or the end of the log.
  if (policy !== 'none') return { type: 'stepBack', to: end.endOffset, epoch: end.epoch };
  return { type: 'fail', divergence: end };
}
