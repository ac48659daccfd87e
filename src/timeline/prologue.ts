import { createWorld } from '../sim/createWorld';
import type { Event } from '../sim/event';
import { nextDueAt, step } from '../sim/step';
import type { World } from '../sim/world';
import { commandsAfter } from './commands';
import { frame, type Recording, scenarioOf } from './recording';
import type { Scenario } from './scenario';

/** A state of the cluster, and what happened on the way into it. */
export interface Moment {
  readonly world: World;
  readonly events: readonly Event[];
}

/**
 * What came before the told history, from the forming of the cluster to the first frame of the
 * recording. Throws what the simulation throws.
 */
export function* prologue({ settings, seed, commands, startsAt }: Scenario): Generator<Moment> {
  let world = createWorld(settings, seed);
  let events: readonly Event[] = [];
  for (;;) {
    yield { world, events };
    const pending = commandsAfter(commands, world.now);
    const next = Math.min(nextDueAt(world), pending[0]?.at ?? Infinity);
    if (next > startsAt) return;
    ({ world, events } = step(world, pending));
  }
}

const prologues = new WeakMap<World, readonly Moment[]>();

/**
 * The prologue of a recording, run again when it is first asked for. Its last moment is the first
 * frame. Throws what the simulation throws.
 */
export function prologueOf(recording: Recording): readonly Moment[] {
  // Branches share their first frame, and with it what came before.
  const first = frame(recording, 0).world;
  const moments = prologues.get(first) ?? [...prologue(scenarioOf(recording))];
  prologues.set(first, moments);
  return moments;
}
