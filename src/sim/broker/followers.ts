import { KAFKA } from '../config';
import type { BrokerId, PartitionId } from '../ids';
import { brokerIdsIn } from '../ids';
import { withRow } from '../table';
import { isEligible, maybeAdvanceHighWatermark, settleFollowers } from './commit';
import type { LedReplica } from './commit';
import { hasCaughtUp, isOutOfSync, maximalInSync, progressAfter } from './inSync';
import { logEndOffset } from './log';
import { isProposed, propose } from './alterPartition';
import type { FetchPosition, FetchSession, InSyncState } from './state';
import { ledReplica, setReplica, tell } from './turn';
import type { BrokerTurn } from './turn';

/**
 * Enters what a follower's fetch says: its fetch offset is its log end. There is no other
 * acknowledgement (Partition.updateFollowerFetchState).
 */
export function recordFollowerFetch(
  turn: BrokerTurn,
  partition: PartitionId,
  session: FetchSession,
  position: FetchPosition,
): void {
  const replica = ledReplica(turn, partition);
  const follower = session.replica;
  const before = replica?.role.followers[follower];
  if (replica === null || before === undefined) return;
  const after = progressAfter(before, {
    fetchOffset: position.fetchOffset,
    logStartOffset: position.logStartOffset,
    at: turn.wire.now,
    leaderLogEndOffset: logEndOffset(replica.log),
    brokerEpoch: session.brokerEpoch,
  });
  const followers = withRow(replica.role.followers, follower, after);
  setReplica(turn, { ...replica, role: { ...replica.role, followers } });
  const hasMoved = before.logEndOffset !== after.logEndOffset;
  if (hasMoved) {
    const broker = turn.broker.id;
    const end = after.logEndOffset;
    tell(turn, { type: 'followerCounted', broker, follower, partition, logEndOffset: end });
  }
  maybeExpandInSync(turn, partition, follower);
  if (hasMoved) maybeAdvanceHighWatermark(turn, partition);
}

/** Whether a leader may propose a follower now (Partition.maybeExpandIsr). */
export function mayExpand(turn: BrokerTurn, replica: LedReplica, follower: BrokerId): boolean {
  const { role, highWatermark } = replica;
  const progress = role.followers[follower];
  if (role.inSync.type !== 'committed' || progress === undefined) return false;
  if (role.inSync.inSync.includes(follower)) return false;
  if (!isEligible(turn.broker.image, follower, progress)) return false;
  return hasCaughtUp(progress.logEndOffset, highWatermark, role.epochStartOffset);
}

function maybeExpandInSync(turn: BrokerTurn, partition: PartitionId, follower: BrokerId): void {
  const replica = ledReplica(turn, partition);
  if (replica === null || isProposed(turn, partition)) return;
  if (!mayExpand(turn, replica, follower)) return;
  const { inSync } = replica.role.inSync;
  changeInSync(turn, replica, { type: 'pendingExpand', inSync, newcomer: follower });
}

/** Followers that fell behind by time (Partition.getOutOfSyncReplicas). */
export function outOfSyncFollowers(
  { role, log }: LedReplica,
  now: number,
  lagTimeMaxMs: number,
): readonly BrokerId[] {
  const end = logEndOffset(log);
  return brokerIdsIn(role.followers).filter((follower) => {
    const progress = role.followers[follower];
    if (progress === undefined || !maximalInSync(role.inSync).includes(follower)) return false;
    return isOutOfSync(progress, end, now, lagTimeMaxMs);
  });
}

/** The check that runs every 15 s: who lags is proposed for removal, all in one proposal. */
export function maybeShrinkInSync(turn: BrokerTurn, partition: PartitionId): void {
  settleFollowers(turn, partition);
  const replica = ledReplica(turn, partition);
  if (replica === null || replica.role.inSync.type !== 'committed') return;
  if (isProposed(turn, partition)) return;
  const leaving = outOfSyncFollowers(replica, turn.wire.now, KAFKA.replicaLagTimeMaxMs);
  if (leaving.length === 0) return;
  const { inSync } = replica.role.inSync;
  changeInSync(turn, replica, { type: 'pendingShrink', inSync, leaving });
}

function changeInSync(turn: BrokerTurn, replica: LedReplica, inSync: InSyncState): void {
  setReplica(turn, { ...replica, role: { ...replica.role, inSync } });
  propose(turn, replica.partition);
}
