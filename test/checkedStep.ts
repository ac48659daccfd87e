import type { StampedCommand } from '../src/sim/command';
import { INVARIANTS } from '../src/sim/invariants/all';
import { PROGRESS_INVARIANTS } from '../src/sim/invariants/progress';
import { toLookAt } from '../src/sim/invariants/toLookAt';
import { nextDueAt, step } from '../src/sim/step';
import type { Step } from '../src/sim/step';
import type { World } from '../src/sim/world';
import { frozenPlain } from './frozenPlain';
import { wireFault } from './wireFault';

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
  checkWorld(taken.world, toLookAt(world, taken.world));
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

function dueFault(world: World): string | null {
  const due = nextDueAt(world);
  return due > world.now ? null : `something is due at ${due}, which has passed`;
}
