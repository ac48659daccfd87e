import type { Table } from '../ids';
import type { World } from '../world';
import { INVARIANTS } from './all';
import type { Invariant } from './invariant';
import { leaderWaitsForSuccessors } from './leadership';

/** Time alone can break these: they judge how long a follower lags. */
const WITH_CLOCKS: readonly Invariant[] = [leaderWaitsForSuccessors];

/**
 * Which invariants a step may have broken. Worlds share what a step has not written, so after most
 * steps few need a second look.
 *
 * @param before a world in which all of them were looked at
 * @param after the world that followed
 */
export function toLookAt(before: World, after: World): readonly Invariant[] {
  return looksTheSame(before, after) ? WITH_CLOCKS : INVARIANTS;
}

// An invariant sees decisions, copies, what brokers know, promises and positions, and what is sent
// to consumers.
function looksTheSame(before: World, after: World): boolean {
  const [was, is] = [before.controller, after.controller];
  if (was.image !== is.image || was.uncleanElections !== is.uncleanElections) return false;
  return (
    areSame(before.brokers, after.brokers, ['image', 'replicas', 'dataLosses']) &&
    areSame(before.producers, after.producers, ['acknowledged']) &&
    areSame(before.consumers, after.consumers, ['positions', 'positionEpochs']) &&
    !after.flights.some(({ to, sentAt }) => sentAt === after.now && to.startsWith('consumer-'))
  );
}

function areSame<Row>(
  before: Table<string, Row>,
  after: Table<string, Row>,
  fields: readonly (keyof Row)[],
): boolean {
  return (
    before === after ||
    Object.entries(after).every(([id, row]) => {
      const other = before[id];
      return row === other || fields.every((field) => row?.[field] === other?.[field]);
    })
  );
}
