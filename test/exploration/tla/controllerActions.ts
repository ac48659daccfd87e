import type { Size } from './log';
import { excluding, isMember, NONE, type Leadership, type State } from './state';

/** Hands on every state that one kind of step leads to. */
export type Action = (state: State, reach: (next: State) => void, size: Size) => void;

/** Elects any member of the ISR other than the leader. */
export const controllerElectLeader: Action = (state, reach, size) => {
  const { leader, isr } = state.quorum;
  for (const { id } of state.replicas) {
    if (id !== leader && isMember(isr, id)) decide(state, reach, size, { leader: id, isr });
  }
};

/**
 * Takes a replica out of the ISR as if it had failed. When it led, nobody leads from then on, and
 * as the last member it stays.
 */
export const controllerShrinkIsr: Action = (state, reach, size) => {
  const { leader, isr } = state.quorum;
  for (const { id } of state.replicas) {
    const others = excluding(isr, id);
    if (id === leader) {
      decide(state, reach, size, { leader: NONE, isr: others === 0 ? isr : others });
    } else if (isMember(isr, id)) {
      decide(state, reach, size, { leader, isr: others });
    }
  }
};

/** Every decision has an epoch of its own and is sent to the replicas. */
function decide(
  state: State,
  reach: (next: State) => void,
  { maxLeaderEpoch }: Size,
  { leader, isr }: Omit<Leadership, 'leaderEpoch'>,
): void {
  const leaderEpoch = state.requests.length;
  if (leaderEpoch > maxLeaderEpoch) return;
  const quorum = { leader, leaderEpoch, isr };
  reach({ ...state, quorum, requests: [...state.requests, quorum] });
}
