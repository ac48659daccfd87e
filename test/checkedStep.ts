import type { StampedCommand } from '../src/sim/command';
import type { Table } from '../src/sim/ids';
import { INVARIANTS } from '../src/sim/invariants/all';
import { leaderWaitsForSuccessors } from '../src/sim/invariants/leadership';
import type { Invariant } from '../src/sim/invariants/invariant';
import { PROGRESS_INVARIANTS } from '../src/sim/invariants/progress';
import { nextDueAt, step } from '../src/sim/step';
import type { Step } from '../src/sim/step';
import type { World } from '../src/sim/world';
import { frozenPlain } from './frozenPlain';
import { wireFault } from './wireFault';

/** Time alone can break these: they judge how long a follower lags. */
const WITH_CLOCKS: readonly Invariant[] = [leaderWaitsForSuccessors];

/** An invariant that does not hold, named as people read it. */
class BrokenPromise extends Error {
  readonly promise: string;
  readonly world: World;

  constructor(promise: string, fault: string, world: World) {
    super(`${promise}: broken at tick ${world.now}, ${fault}`);
    this.name = 'BrokenPromise';
    this.promise = promise;
    this.world = world;
  }
}

/** One step, after which the new world is frozen and everything that must hold is looked at. */
export function checkedStep(world: World, commands: readonly StampedCommand[] = []): Step {
  const taken = step(world, commands);
  frozenPlain(taken.world);
  frozenPlain(taken.events);
  checkWorld(taken.world, looksTheSame(world, taken.world) ? WITH_CLOCKS : INVARIANTS);
  for (const { name, brokenBy } of PROGRESS_INVARIANTS) {
    const fault = brokenBy(world, taken.world);
    if (fault !== null) throw new BrokenPromise(name, fault, taken.world);
  }
  if (taken.world.now <= world.now) {
    throw new BrokenPromise('Time goes on', `the tick before was ${world.now}`, taken.world);
  }
  const fault = wireFault(taken.world) ?? dueFault(taken.world);
  if (fault !== null) throw new BrokenPromise('The wire is in order', fault, taken.world);
  return taken;
}

/** Throws when a world breaks a promise. */
export function checkWorld(world: World, invariants = INVARIANTS): void {
  for (const { name, brokenIn } of invariants) {
    const fault = brokenIn(world);
    if (fault !== null) throw new BrokenPromise(name, fault, world);
  }
}

// Worlds share what a step has not written, so most of them need no second look: an invariant sees
// decisions, copies, what brokers know, promises and positions, and what is sent to consumers.
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

function dueFault(world: World): string | null {
  const due = nextDueAt(world);
  return due > world.now ? null : `something is due at ${due}, which has passed`;
}
