import { agreeBelow } from './log';
import { isMember, presumesLeadership, type State } from './state';

/** What must be true in every state. */
export const INVARIANTS = {
  /** What a presumed leader committed is on every member of the ISR that it believes in. */
  WeakIsr: (state: State) => isCommittedOn(state, (leader) => leader.isr),
  /** What a presumed leader committed is on every member of the true ISR. */
  StrongIsr: (state: State) => isCommittedOn(state, () => state.quorum.isr),
};

/** The name of an invariant. */
export type InvariantName = keyof typeof INVARIANTS;

function isCommittedOn(
  { replicas }: State,
  isrOf: (leader: State['replicas'][number]) => number,
): boolean {
  return replicas.every((leader) => {
    if (leader.hw === 0 || !presumesLeadership(leader)) return true;
    const isr = isrOf(leader);
    return replicas.every(
      ({ id, log }) => !isMember(isr, id) || agreeBelow(leader.log, log, leader.hw),
    );
  });
}
