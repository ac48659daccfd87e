import { UNKNOWN } from '../ids';
import type { BrokerId, PartitionId } from '../ids';
import { effectiveMinInSyncOf, isActive } from '../controller/partitions';
import type { MetadataImage } from '../controller/state';
import { advancedHighWatermark } from './highWatermark';
import type { Commitment } from './highWatermark';
import { maximalInSync, progressAfter } from './inSync';
import { logEndOffset } from './log';
import { completeDelayedProduces } from './delayedProduce';
import { sessionOf, wakeFetches } from './sessions';
import type { FollowerProgress, LeaderRole, Replica } from './state';
import { ledReplica, setReplica, tell } from './turn';
import type { BrokerTurn } from './turn';

/** A replica that its broker believes to lead. */
export type LedReplica = Replica & { readonly role: LeaderRole };

/** What the high watermark of a led replica depends on, as its broker sees it. */
export function commitmentOf(turn: BrokerTurn, replica: LedReplica): Commitment {
  const { image } = turn.broker;
  return {
    highWatermark: replica.highWatermark,
    logEndOffset: logEndOffset(replica.log),
    role: replica.role,
    effectiveMinInSync: effectiveMinInSyncOf(image, replica.partition),
    now: turn.wire.now,
    isEligible: (follower, progress) => isEligible(image, follower, progress),
  };
}

/**
 * Whether a follower may join, as the leader's metadata says: neither fenced nor shutting down, and
 * the process that fetches is the one that is registered (Partition.isReplicaIsrEligible, KIP-903).
 */
export function isEligible(
  image: MetadataImage,
  follower: BrokerId,
  { brokerEpoch }: FollowerProgress,
): boolean {
  if (!isActive(image, follower)) return false;
  return brokerEpoch === UNKNOWN || brokerEpoch === image.brokers[follower]?.brokerEpoch;
}

/**
 * Moves the leader's high watermark if it may move, and answers those who waited for that
 * (Partition.maybeIncrementLeaderHW).
 */
export function maybeAdvanceHighWatermark(turn: BrokerTurn, partition: PartitionId): void {
  const replica = ledReplica(turn, partition);
  if (replica === null) return;
  const from = replica.highWatermark;
  const to = advancedHighWatermark(commitmentOf(turn, replica));
  if (to === from) return;
  setReplica(turn, { ...replica, highWatermark: to });
  const inSync = maximalInSync(replica.role.inSync);
  const broker = turn.broker.id;
  tell(turn, { type: 'highWatermarkAdvanced', broker, partition, from, to, inSync });
  completeDelayedProduces(turn, partition);
  wakeFetches(turn, partition);
}

/**
 * Enters what idle fetches said. A fetch that names nothing repeats its positions (KIP-227), so the
 * lag clocks are set for all of them at once, before the log end moves or a lag is judged.
 */
export function settleFollowers(turn: BrokerTurn, partition: PartitionId): void {
  const replica = ledReplica(turn, partition);
  if (replica === null) return;
  const followers = { ...replica.role.followers };
  let isChanged = false;
  for (const [key, progress] of Object.entries(followers)) {
    const follower = Number(key);
    const session = sessionOf(turn, follower);
    const position = session?.positions[partition];
    if (session === null || position === undefined || progress === undefined) continue;
    const isSame =
      position.currentLeaderEpoch === replica.leaderEpoch &&
      position.fetchOffset === progress.logEndOffset;
    if (!isSame || session.lastFetchAt <= progress.lastFetchAt) continue;
    followers[follower] = progressAfter(progress, {
      fetchOffset: position.fetchOffset,
      logStartOffset: position.logStartOffset,
      at: session.lastFetchAt,
      leaderLogEndOffset: logEndOffset(replica.log),
      brokerEpoch: session.brokerEpoch,
    });
    isChanged = true;
  }
  if (isChanged) setReplica(turn, { ...replica, role: { ...replica.role, followers } });
}
