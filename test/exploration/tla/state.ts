import { at, type Log } from './log';

/** In the place of a replica: nobody leads. */
export const NONE = -1;

/** Replicas as the bits of a number. */
export type Members = number;

/** Who leads: the truth of the quorum, what a request says, or what a replica thinks. */
export interface Leadership {
  /** A replica or NONE. */
  readonly leader: number;
  /** -1 before the first. */
  readonly leaderEpoch: number;
  readonly isr: Members;
}

/** A replica as it sees itself, which may be long out of date. */
export interface Replica extends Leadership {
  /** Replicas count from 0. */
  readonly id: number;
  /** High watermark. */
  readonly hw: number;
  readonly log: Log;
}

/** One partition and everything that has been said about who leads it. */
export interface State {
  readonly quorum: Leadership;
  /**
   * Every LeaderAndIsr request there ever was, by its epoch. A replica may hear of any of them at
   * any time, or never: that is how the model delays and loses messages.
   */
  readonly requests: readonly Leadership[];
  readonly nextRecordId: number;
  readonly replicas: readonly Replica[];
}

/** Nothing written, nobody elected, all replicas in the quorum's ISR. */
export function initialState(replicas: number, emptyLog: Log): State {
  return {
    quorum: { leader: NONE, leaderEpoch: -1, isr: 2 ** replicas - 1 },
    requests: [],
    nextRecordId: 0,
    replicas: Array.from({ length: replicas }, (_, id) => ({
      id,
      leader: NONE,
      leaderEpoch: -1,
      isr: 0,
      hw: 0,
      log: emptyLog,
    })),
  };
}

/** The state with one replica changed. */
export function withReplica(state: State, replica: Replica): State {
  const replicas = state.replicas.slice();
  replicas[replica.id] = replica;
  const { quorum, requests, nextRecordId } = state;
  return { quorum, requests, nextRecordId, replicas };
}

/** A replica that has heard who leads. */
export function told({ id, hw, log }: Replica, request: Leadership): Replica {
  const { leader, leaderEpoch, isr } = request;
  return { id, leader, leaderEpoch, isr, hw, log };
}

/** The replica believes that it leads, rightly or not. */
export function presumesLeadership(replica: Replica): boolean {
  return replica.leader === replica.id;
}

/** The replica that leads, if it has heard of it. It alone may change the ISR. */
export function trueLeader({ quorum, replicas }: State): Replica | null {
  if (quorum.leader === NONE) return null;
  const leader = at(replicas, quorum.leader);
  return presumesLeadership(leader) && leader.leaderEpoch === quorum.leaderEpoch ? leader : null;
}

/** Whether a replica is one of them. */
export function isMember(members: Members, id: number): boolean {
  return ((members >> id) & 1) === 1;
}

/** These and one more. */
export function including(members: Members, id: number): Members {
  return members | (1 << id);
}

/** These without one. */
export function excluding(members: Members, id: number): Members {
  return members & ~(1 << id);
}

/** The members as a list, lowest first. */
export function listed(members: Members, replicas: number): readonly number[] {
  return Array.from({ length: replicas }, (_, id) => id).filter((id) => isMember(members, id));
}
