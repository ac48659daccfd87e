import type { StampedCommand } from '../../src/sim/command';
import { createWorld } from '../../src/sim/createWorld';
import type { Event } from '../../src/sim/event';
import { NO_LEADER, partitionIdsIn } from '../../src/sim/ids';
import type { PartitionId, Tick } from '../../src/sim/ids';
import { isSettled } from '../../src/sim/settled';
import { nextDueAt, type Step } from '../../src/sim/step';
import { rowOf } from '../../src/sim/table';
import type { World } from '../../src/sim/world';
import { checkedStep } from '../checkedStep';
import { frozenPlain } from '../frozenPlain';
import { commandsOf } from '../script';
import type { Action, Script } from '../script';

/** What is told of every step of a run. */
export type Watch = (before: World, after: World, events: readonly Event[]) => void;

/** How a step is taken: with everything checked, unless told otherwise. */
export type TakeStep = (world: World, commands?: readonly StampedCommand[]) => Step;

/** Plays a script from the forming of its cluster, every step checked. Returns the last world. */
export function play(
  script: Script,
  watch: Watch = () => undefined,
  takeStep: TakeStep = checkedStep,
): World {
  let world = frozenPlain(createWorld(script.settings, script.seed));
  for (const { afterMs, does } of script.deeds) {
    const at = world.now + afterMs;
    world = idleUntil(world, at - 1, watch, takeStep);
    world = act(world, does, watch, takeStep, at);
  }
  return world;
}

/** Does something at a tick before which nothing is due, at the next one if none is given. */
function act(
  world: World,
  action: Action,
  watch: Watch,
  takeStep: TakeStep,
  at: Tick = world.now + 1,
): World {
  const commands = commandsOf(world, action).map((command) => ({ at, command }));
  return commands.length === 0 ? world : watched(world, commands, watch, takeStep);
}

/** Lets a cluster run while everything due comes before or at a tick. */
function idleUntil(world: World, until: Tick, watch: Watch, takeStep: TakeStep): World {
  let now = world;
  while (nextDueAt(now) <= until) now = watched(now, [], watch, takeStep);
  return now;
}

/** Cures everything, ends the load, and lets the cluster come to rest. Null if it does not. */
export function heal(
  world: World,
  withinMs: number,
  watch: Watch = () => undefined,
  takeStep: TakeStep = checkedStep,
): World | null {
  const cures: readonly Action[] = [
    { type: 'healLinks' },
    { type: 'releaseAll' },
    { type: 'hastenDisks' },
    { type: 'stopMaimed' },
    { type: 'mendMaimed' },
    { type: 'startAll' },
    { type: 'stopLoad' },
  ];
  let now = world;
  for (const cure of cures) now = act(now, cure, watch, takeStep);
  const until = now.now + withinMs;
  const settle = (): boolean => {
    while (!isSettled(now) && now.now <= until) now = watched(now, [], watch, takeStep);
    return isSettled(now);
  };
  if (!settle()) return null;
  const elections = stranded(now).map((partition) => {
    const command = { type: 'electLeader', partition, election: 'UNCLEAN' } as const;
    return { at: now.now + 1, command };
  });
  if (elections.length > 0) now = watched(now, elections, watch, takeStep);
  return settle() ? now : null;
}

// With a new minimum the eligible leaders are forgotten, the last ones, too (KIP-966): only an
// unclean election helps.
function stranded({ controller }: World): readonly PartitionId[] {
  const { partitions } = controller.image;
  return partitionIdsIn(partitions).filter((id) => {
    const { leader, inSync, eligible } = rowOf(partitions, id);
    return leader === NO_LEADER && inSync.length === 0 && eligible.length === 0;
  });
}

function watched(
  world: World,
  commands: readonly StampedCommand[],
  watch: Watch,
  takeStep: TakeStep,
): World {
  const taken = takeStep(world, commands);
  watch(world, taken.world, taken.events);
  return taken.world;
}
