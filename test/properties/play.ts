import type { StampedCommand } from '../../src/sim/command';
import { createWorld } from '../../src/sim/createWorld';
import type { Event } from '../../src/sim/event';
import type { Tick } from '../../src/sim/ids';
import { isSettled } from '../../src/sim/settled';
import { nextDueAt, type Step } from '../../src/sim/step';
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
    { type: 'hastenDisks' },
    { type: 'stopMaimed' },
    { type: 'mendMaimed' },
    { type: 'startAll' },
    { type: 'stopLoad' },
  ];
  let now = world;
  for (const cure of cures) now = act(now, cure, watch, takeStep);
  const until = now.now + withinMs;
  while (!isSettled(now)) {
    if (now.now > until) return null;
    now = watched(now, [], watch, takeStep);
  }
  return now;
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
