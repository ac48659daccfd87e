import type { StampedCommand } from '../../src/sim/command';
import { createWorld } from '../../src/sim/createWorld';
import type { Event } from '../../src/sim/event';
import type { Tick } from '../../src/sim/ids';
import { isSettled } from '../../src/sim/settled';
import { nextDueAt } from '../../src/sim/step';
import type { World } from '../../src/sim/world';
import { checkedStep } from '../checkedStep';
import { frozenPlain } from '../frozenPlain';
import { commandsOf } from '../script';
import type { Action, Script } from '../script';

/** What is told of every step of a run. */
export type Watch = (before: World, after: World, events: readonly Event[]) => void;

/** Plays a script from the forming of its cluster, every step checked. Returns the last world. */
export function play(script: Script, watch: Watch = () => undefined): World {
  let world = frozenPlain(createWorld(script.settings, script.seed));
  for (const { afterMs, does } of script.deeds) {
    const at = world.now + afterMs;
    world = idleUntil(world, at - 1, watch);
    world = act(world, does, watch, at);
  }
  return world;
}

/** Does something at a tick before which nothing is due, at the next one if none is given. */
function act(
  world: World,
  action: Action,
  watch: Watch = () => undefined,
  at: Tick = world.now + 1,
): World {
  const commands = commandsOf(world, action).map((command) => ({ at, command }));
  return commands.length === 0 ? world : watched(world, commands, watch);
}

/** Lets a cluster run while everything due comes before or at a tick. */
function idleUntil(world: World, until: Tick, watch: Watch = () => undefined): World {
  let now = world;
  while (nextDueAt(now) <= until) now = watched(now, [], watch);
  return now;
}

/** Cures everything, ends the load, and lets the cluster come to rest. Null if it does not. */
export function heal(world: World, withinMs: number, watch: Watch = () => undefined): World | null {
  const cures: readonly Action[] = [
    { type: 'healLinks' },
    { type: 'hastenDisks' },
    { type: 'stopMaimed' },
    { type: 'mendMaimed' },
    { type: 'startAll' },
    { type: 'stopLoad' },
  ];
  let now = world;
  for (const cure of cures) now = act(now, cure, watch);
  const until = now.now + withinMs;
  while (!isSettled(now)) {
    if (now.now > until) return null;
    now = watched(now, [], watch);
  }
  return now;
}

function watched(world: World, commands: readonly StampedCommand[], watch: Watch): World {
  const taken = checkedStep(world, commands);
  watch(world, taken.world, taken.events);
  return taken.world;
}
