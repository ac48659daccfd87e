import type { Offset } from '../ids';
import { endOffsetFor, truncateFromEnd, truncateFromStart } from './leaderEpochs';
import type { EpochEnd } from './leaderEpochs';
import { logEndOffset, truncateTo } from './log';
import { onDiskAfterCut, onDiskUpTo } from './pageCache';
import type { Replica } from './state';

/**
 * Where a follower cuts its log when the leader says that the logs part. By epoch, never at the
 * high watermark: that would cut committed records (KIP-101, KIP-279;
 * AbstractFetcherThread.getOffsetTruncationState).
 */
export function truncationPoint(
  replica: Pick<Replica, 'log' | 'leaderEpochs'>,
  diverging: EpochEnd,
): Offset {
  const end = logEndOffset(replica.log);
  const own = endOffsetFor(replica.leaderEpochs, diverging.epoch, end);
  if (own.epoch === -1) return Math.min(diverging.endOffset, end);
  // The leader's epoch is not in this log: cut to the next lower one and ask again.
  if (own.epoch !== diverging.epoch) return Math.min(own.endOffset, end);
  return Math.min(own.endOffset, diverging.endOffset, end);
}

/** The replica cut to an offset. The high watermark comes down with it (UnifiedLog.truncateTo). */
export function truncated(replica: Replica, offset: Offset): Replica {
  return {
    ...replica,
    log: truncateTo(replica.log, offset),
    onDisk: onDiskAfterCut(replica.onDisk, offset),
    leaderEpochs: truncateFromEnd(replica.leaderEpochs, offset),
    highWatermark: Math.min(replica.highWatermark, offset),
  };
}

/** The replica emptied, to go on at an offset (UnifiedLog.truncateFullyAndStartAt). */
export function restartedAt(replica: Replica, offset: Offset): Replica {
  return {
    ...replica,
    log: { startOffset: offset, records: [] },
    onDisk: onDiskUpTo(offset),
    leaderEpochs: [],
    highWatermark: offset,
  };
}

/**
 * The replica without what its leader no longer keeps. Never beyond its own high watermark, and
 * never down (UnifiedLog.maybeIncrementLogStartOffset).
 */
export function startingAt(replica: Replica, leaderStart: Offset): Replica {
  const { log, leaderEpochs, highWatermark } = replica;
  const startOffset = Math.min(leaderStart, highWatermark);
  if (startOffset <= log.startOffset) return replica;
  const records = log.records.filter((record) => record.offset >= startOffset);
  return {
    ...replica,
    log: { startOffset, records },
    leaderEpochs: truncateFromStart(leaderEpochs, startOffset),
  };
}
