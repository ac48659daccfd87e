import type { BrokerId, Offset, Tick } from '../ids';
import { UNKNOWN } from '../ids';
import { KAFKA } from '../config';
import { maximalInSync } from './inSync';
import type { FollowerProgress, LeaderRole } from './state';

/** What a leader's high watermark depends on. */
export interface Commitment {
  readonly highWatermark: Offset;
  readonly logEndOffset: Offset;
  readonly role: LeaderRole;
  /** `min.insync.replicas`, at most the number of replicas. */
  readonly effectiveMinInSync: number;
  readonly now: Tick;
  /** May join the in-sync set, as the leader's metadata says. */
  readonly isEligible: (follower: BrokerId, progress: FollowerProgress) => boolean;
}

/** `min.insync.replicas`, but never more than there are replicas (Partition.effectiveMinIsr). */
export function effectiveMinInSync(minInsyncReplicas: number, replicas: number): number {
  return Math.min(minInsyncReplicas, replicas);
}

/**
 * The high watermark that a leader may move to: the least log end offset over itself and every
 * follower that counts. It never falls, and stands still while the committed in-sync set is smaller
 * than the minimum (Partition.maybeIncrementLeaderHW; KAFKA-15583, since 3.7).
 */
export function advancedHighWatermark(commitment: Commitment): Offset {
  const { role, highWatermark } = commitment;
  if (isUnderMinimum(commitment)) return highWatermark;
  let candidate = commitment.logEndOffset;
  for (const [id, progress] of Object.entries(role.followers)) {
    if (progress === undefined || progress.logEndOffset >= candidate) continue;
    if (counts(commitment, Number(id), progress)) candidate = progress.logEndOffset;
  }
  return Math.max(highWatermark, candidate);
}

/** Whether the committed in-sync set is smaller than the minimum (Partition.isUnderMinIsr). */
export function isUnderMinimum({
  role,
  effectiveMinInSync: minimum,
}: Pick<Commitment, 'role' | 'effectiveMinInSync'>): boolean {
  return role.inSync.inSync.length < minimum;
}

/** Whether a follower holds the high watermark back at its log end offset. */
export function counts(
  commitment: Pick<Commitment, 'role' | 'logEndOffset' | 'now' | 'isEligible'>,
  follower: BrokerId,
  progress: FollowerProgress,
): boolean {
  if (maximalInSync(commitment.role.inSync).includes(follower)) return true;
  // It was caught up a moment ago and is about to join: its records must not be passed by.
  const isNear =
    progress.logEndOffset === commitment.logEndOffset ||
    commitment.now - progress.lastCaughtUpAt <= KAFKA.replicaLagTimeMaxMs;
  return isNear && commitment.isEligible(follower, progress);
}

/** A high watermark from elsewhere, kept within a log (UnifiedLog.updateHighWatermark). */
export function clampedHighWatermark(
  highWatermark: Offset,
  logStartOffset: Offset,
  logEndOffset: Offset,
): Offset {
  return Math.min(Math.max(highWatermark, logStartOffset), logEndOffset);
}

/** The high watermark after a restart: the checkpointed one, or the log start without any. */
export function restoredHighWatermark(
  checkpointed: Offset | null,
  logStartOffset: Offset,
  logEndOffset: Offset,
): Offset {
  return clampedHighWatermark(checkpointed ?? UNKNOWN, logStartOffset, logEndOffset);
}
