import type { Action } from './controllerActions';
import type { Condition } from './leaderActions';
import { append, at, endOf, truncate } from './log';
import {
  NONE,
  presumesLeadership,
  told,
  withReplica,
  type Leadership,
  type Replica,
  type State,
} from './state';

/** Up to where a follower keeps its log when it starts to follow. */
export type TruncationPoint = (leader: Replica, follower: Replica) => number;

/**
 * A replica hears of a leader in a later epoch than its own, truncates and follows it. It cannot
 * while the point lies beyond its log, nor while the leader may not be asked. Nobody follows NONE.
 */
export function becomeFollower(
  pointOf: TruncationPoint,
  mayAsk: (leader: Replica, request: Leadership) => boolean = () => true,
): Action {
  return (state, reach) => {
    for (const request of state.requests) {
      if (request.leader === NONE) continue;
      const leader = at(state.replicas, request.leader);
      if (!mayAsk(leader, request)) continue;
      for (const follower of state.replicas) {
        if (follower === leader || request.leaderEpoch <= follower.leaderEpoch) continue;
        const point = pointOf(leader, follower);
        if (point > endOf(follower.log)) continue;
        reach(withReplica(state, told(truncated(follower, point), request)));
      }
    }
  };
}

/** A follower copies the next record of its presumed leader, and learns its high watermark. */
export function replicate(mayFetch: Condition): Action {
  return (state, reach) => {
    forEachFollower(state, (leader, follower) => {
      const end = endOf(follower.log);
      const record = leader.log.records[end];
      if (record === undefined || !mayFetch(leader, follower)) return;
      const log = append(follower.log, record);
      const hw = Math.min(leader.hw, end + 1);
      reach(withReplica(state, { ...follower, log, hw }));
    });
  };
}

/** A follower truncates at any time at which it finds that it must. */
export function truncateWhileFollowing(mustTruncate: Condition, pointOf: TruncationPoint): Action {
  return (state, reach) => {
    forEachFollower(state, (leader, follower) => {
      if (!mustTruncate(leader, follower)) return;
      reach(withReplica(state, truncated(follower, pointOf(leader, follower))));
    });
  };
}

/** Each replica, with the one that it follows, where that one presumes to lead as well. */
function forEachFollower(
  { replicas }: State,
  look: (leader: Replica, follower: Replica) => void,
): void {
  for (const follower of replicas) {
    if (follower.leader === NONE || presumesLeadership(follower)) continue;
    const leader = at(replicas, follower.leader);
    if (presumesLeadership(leader)) look(leader, follower);
  }
}

function truncated(follower: Replica, point: number): Replica {
  return { ...follower, log: truncate(follower.log, point), hw: Math.min(point, follower.hw) };
}
