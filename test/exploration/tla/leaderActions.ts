import type { Action } from './controllerActions';
import { append, at, endOf, hasRoom } from './log';
import {
  excluding,
  including,
  isMember,
  NONE,
  presumesLeadership,
  told,
  trueLeader,
  withReplica,
  type Members,
  type Replica,
  type State,
} from './state';

/** Something that holds between a leader and one of its followers, or does not. */
export type Condition = (leader: Replica, follower: Replica) => boolean;

/** A replica hears that it leads, in a later epoch than its own. It keeps its high watermark. */
export const becomeLeader: Action = (state, reach) => {
  for (const request of state.requests) {
    if (request.leader === NONE) continue;
    const leader = at(state.replicas, request.leader);
    if (request.leaderEpoch <= leader.leaderEpoch) continue;
    reach(withReplica(state, told(leader, request)));
  }
};

/** Whoever presumes to lead takes a record. */
export const leaderWrite: Action = (state, reach, { maxRecords }) => {
  const id = state.nextRecordId;
  if (id === maxRecords) return;
  for (const leader of state.replicas) {
    if (!presumesLeadership(leader) || !hasRoom(leader.log)) continue;
    const log = append(leader.log, { id, epoch: leader.leaderEpoch });
    reach({ ...withReplica(state, { ...leader, log }), nextRecordId: id + 1 });
  }
};

/** A presumed leader moves its high watermark past a record that its whole ISR acknowledges. */
export function advanceHighWatermark(acknowledges: Condition): Action {
  return (state, reach) => {
    for (const leader of state.replicas) {
      if (!presumesLeadership(leader) || leader.hw >= endOf(leader.log)) continue;
      const isCommitted = state.replicas.every(
        (follower) => !isMember(leader.isr, follower.id) || acknowledges(leader, follower),
      );
      if (isCommitted) reach(withReplica(state, { ...leader, hw: leader.hw + 1 }));
    }
  };
}

/** The true leader takes a follower out of the ISR. */
export function leaderShrinkIsr(isCaughtUp: Condition): Action {
  return (state, reach) => {
    const leader = trueLeader(state);
    if (leader === null) return;
    for (const follower of state.replicas) {
      if (follower.id === leader.id || !isMember(leader.isr, follower.id)) continue;
      if (isCaughtUp(leader, follower)) continue;
      reach(withIsr(state, leader, excluding(leader.isr, follower.id)));
    }
  };
}

/** The true leader takes a follower into the ISR. */
export function leaderExpandIsr(mayJoin: Condition): Action {
  return (state, reach) => {
    const leader = trueLeader(state);
    if (leader === null) return;
    for (const follower of state.replicas) {
      if (isMember(leader.isr, follower.id) || !mayJoin(leader, follower)) continue;
      reach(withIsr(state, leader, including(leader.isr, follower.id)));
    }
  };
}

/** The quorum and the leader change the ISR at once, in the same epoch, and nobody is told. */
function withIsr(state: State, leader: Replica, isr: Members): State {
  return { ...withReplica(state, { ...leader, isr }), quorum: { ...state.quorum, isr } };
}
