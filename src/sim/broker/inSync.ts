import { KAFKA } from '../config';
import { UNKNOWN } from '../ids';
import type { BrokerId, Offset, Tick } from '../ids';
import type { FollowerProgress, InSyncState } from './state';

/** The set that the high watermark waits for: a pending growth counts, a pending shrinkage not. */
export function maximalInSync(state: InSyncState): readonly BrokerId[] {
  return state.type === 'pendingExpand' ? [...state.inSync, state.newcomer] : state.inSync;
}

/** The set that a proposal asks the controller for. */
export function proposedInSync(state: InSyncState): readonly BrokerId[] {
  if (state.type === 'pendingExpand') return [...state.inSync, state.newcomer];
  if (state.type === 'committed') return state.inSync;
  return state.inSync.filter((broker) => !state.leaving.includes(broker));
}

/** What a new leader knows of a follower: nothing yet (Replica.resetReplicaState). */
export function newProgress(isInSync: boolean, now: Tick, brokerEpoch: number): FollowerProgress {
  return {
    logEndOffset: UNKNOWN,
    logStartOffset: UNKNOWN,
    lastFetchAt: 0,
    leaderLogEndOffsetAtLastFetch: 0,
    lastCaughtUpAt: isInSync ? now : longBefore(now),
    brokerEpoch,
  };
}

/**
 * What a leader that is elected again still knows of a follower: how far it had come. The lag clock
 * starts anew (Replica.resetReplicaState).
 */
export function keptProgress(
  progress: FollowerProgress,
  isInSync: boolean,
  now: Tick,
  leaderLogEndOffset: Offset,
): FollowerProgress {
  const at = isInSync ? now : longBefore(now);
  return {
    ...progress,
    lastFetchAt: at,
    lastCaughtUpAt: at,
    leaderLogEndOffsetAtLastFetch: leaderLogEndOffset,
  };
}

// Kafka's clock began in 1970, so that its 0 is long ago; here the cluster is formed at 0.
function longBefore(now: Tick): Tick {
  return Math.min(0, now - KAFKA.replicaLagTimeMaxMs - 1);
}

/** What one fetch says about a follower. */
export interface ObservedFetch {
  readonly fetchOffset: Offset;
  readonly logStartOffset: Offset;
  readonly at: Tick;
  readonly leaderLogEndOffset: Offset;
  readonly brokerEpoch: number;
}

/**
 * The lag clock: the latest time at which the follower is known to have had all that the leader had
 * then. One that is always a fetch behind a busy leader is still in sync (ReplicaState).
 */
export function progressAfter(progress: FollowerProgress, fetch: ObservedFetch): FollowerProgress {
  return {
    logEndOffset: fetch.fetchOffset,
    logStartOffset: fetch.logStartOffset,
    lastFetchAt: fetch.at,
    leaderLogEndOffsetAtLastFetch: fetch.leaderLogEndOffset,
    lastCaughtUpAt: Math.max(progress.lastCaughtUpAt, caughtUpAt(progress, fetch)),
    brokerEpoch: fetch.brokerEpoch,
  };
}

function caughtUpAt(progress: FollowerProgress, fetch: ObservedFetch): Tick {
  if (fetch.fetchOffset >= fetch.leaderLogEndOffset) return fetch.at;
  const hasThePreviousEnd = fetch.fetchOffset >= progress.leaderLogEndOffsetAtLastFetch;
  return hasThePreviousEnd ? progress.lastFetchAt : 0;
}

/**
 * Whether a follower fell behind: by time, never by count. With an equal log end it is in sync
 * however long ago it fetched (Partition.isFollowerOutOfSync, `replica.lag.time.max.ms`).
 */
export function isOutOfSync(
  progress: FollowerProgress,
  leaderLogEndOffset: Offset,
  now: Tick,
  lagTimeMaxMs: number,
): boolean {
  if (progress.logEndOffset === leaderLogEndOffset) return false;
  return now - progress.lastCaughtUpAt > lagTimeMaxMs;
}

/**
 * Whether a follower may be proposed: it has all that is committed, and stands in the present
 * epoch. It need not have reached the log end (Partition.isFollowerInSync).
 */
export function hasCaughtUp(
  followerLogEndOffset: Offset,
  highWatermark: Offset,
  epochStartOffset: Offset,
): boolean {
  return followerLogEndOffset >= highWatermark && followerLogEndOffset >= epochStartOffset;
}
