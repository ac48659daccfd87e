import { UNKNOWN } from '../ids';
import type { Offset } from '../ids';

/** A leader epoch and the offset of its first record (EpochEntry). */
export interface EpochStart {
  readonly epoch: number;
  readonly startOffset: Offset;
}

/** Where an epoch ends in a log; both -1 when the log cannot tell. */
export interface EpochEnd {
  readonly epoch: number;
  readonly endOffset: Offset;
}

/** The answer of a log that does not know the epoch (UNDEFINED_EPOCH_OFFSET). */
export const UNKNOWN_EPOCH_END: EpochEnd = { epoch: UNKNOWN, endOffset: UNKNOWN };

/** The newest epoch of a log, -1 when it has none (LeaderEpochFileCache.latestEpoch). */
export function latestEpoch(epochs: readonly EpochStart[]): number {
  return epochs.at(-1)?.epoch ?? UNKNOWN;
}

/**
 * Enters an epoch: at an election on the leader, with the first record of the epoch on a follower.
 * Entries that it contradicts fall out (LeaderEpochFileCache.assign).
 */
export function assignEpoch(
  epochs: readonly EpochStart[],
  epoch: number,
  startOffset: Offset,
): readonly EpochStart[] {
  const latest = epochs.at(-1);
  if (latest !== undefined && latest.epoch === epoch && latest.startOffset <= startOffset) {
    return epochs;
  }
  const kept = epochs.filter((entry) => entry.epoch < epoch && entry.startOffset < startOffset);
  return [...kept, { epoch, startOffset }];
}

/**
 * The end of the largest epoch not above the asked one: where the next larger epoch starts, or the
 * log end for the newest (LeaderEpochFileCache.endOffsetFor).
 */
export function endOffsetFor(
  epochs: readonly EpochStart[],
  epoch: number,
  logEndOffset: Offset,
): EpochEnd {
  if (epoch === UNKNOWN) return UNKNOWN_EPOCH_END;
  if (epoch === latestEpoch(epochs)) return { epoch, endOffset: logEndOffset };
  const next = epochs.find((entry) => entry.epoch > epoch);
  if (next === undefined) return UNKNOWN_EPOCH_END;
  const floor = epochs.findLast((entry) => entry.epoch <= epoch);
  return { epoch: floor?.epoch ?? epoch, endOffset: next.startOffset };
}

/** Entries that start at the offset or later fall out (LeaderEpochFileCache.truncateFromEnd). */
export function truncateFromEnd(
  epochs: readonly EpochStart[],
  endOffset: Offset,
): readonly EpochStart[] {
  const latest = epochs.at(-1);
  if (latest === undefined || latest.startOffset < endOffset) return epochs;
  return epochs.filter((entry) => entry.startOffset < endOffset);
}

/**
 * Entries that start at the offset or earlier fall out, but the last of them stays and starts at
 * the offset (LeaderEpochFileCache.truncateFromStart).
 */
export function truncateFromStart(
  epochs: readonly EpochStart[],
  startOffset: Offset,
): readonly EpochStart[] {
  const floor = epochs.findLast((entry) => entry.startOffset <= startOffset);
  if (floor === undefined) return epochs;
  const kept = epochs.filter((entry) => entry.startOffset > startOffset);
  return [{ epoch: floor.epoch, startOffset }, ...kept];
}
