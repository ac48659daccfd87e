import type { StampedCommand } from '../sim/command';
import { createWorld } from '../sim/createWorld';
import type { Event } from '../sim/event';
import type { Tick } from '../sim/ids';
import { refusal } from '../sim/refusal';
import type { Refusal } from '../sim/refusal/refuse';
import { isSettled } from '../sim/settled';
import { nextDueAt, step } from '../sim/step';
import type { World } from '../sim/world';
import { checkpointOf, type Checkpoint, type ProducedRecord } from './checkpoint';
import { commandsAfter } from './commands';
import type { Scenario } from './scenario';

/** A cluster that has not settled so long after the last command or checkpoint is left alone. */
export const SETTLED_WITHIN_MS = 600_000;

/** A command that would have changed nothing, and why. */
export interface RefusedCommand extends StampedCommand {
  readonly refusal: Refusal;
}

/** Who is told what, in the order in which it happens. */
export interface Replayed {
  readonly happened: (at: Tick, event: Event) => void;
  readonly refused: (command: RefusedCommand) => void;
  readonly checkpoint: (checkpoint: Checkpoint) => void;
}

/** How a replay ended, and when. */
export interface End {
  readonly at: Tick;
  readonly isSettled: boolean;
}

/**
 * Plays a scenario from the forming of its cluster. Without checkpoints of its own one is taken
 * after each command, everything due at that tick being done, and one at the end. Throws what the
 * simulation throws.
 */
export function replay(
  { settings, seed, commands }: Scenario,
  checkpoints: readonly Tick[] | null,
  until: Tick | 'settled',
  told: Replayed,
): End {
  let world = createWorld(settings, seed);
  const produced: ProducedRecord[] = [];
  const goOn = (): void => {
    const pending = commandsAfter(commands, world.now);
    const before = world;
    const taken = step(world, pending);
    world = taken.world;
    for (const one of pending.filter(({ at }) => at === world.now)) {
      const refused = refusal(before, one.command);
      if (refused !== null) told.refused({ ...one, refusal: refused });
    }
    for (const event of taken.events) {
      if (event.type === 'recordProduced') produced.push(event);
      told.happened(world.now, event);
    }
  };
  const goTo = (tick: Tick): void => {
    while (nextAt(world, commands) <= tick) goOn();
  };

  const stops = checkpoints ?? [...new Set(commands.map(({ at }) => at))];
  for (const tick of stops) {
    goTo(tick);
    told.checkpoint(checkpointOf(world, tick, produced));
  }
  const last = Math.max(world.now, ...stops, ...commands.slice(-1).map(({ at }) => at));
  goTo(until === 'settled' ? last : until);
  const limit = last + SETTLED_WITHIN_MS;
  if (until === 'settled') {
    while (!isSettled(world) && nextAt(world, commands) <= limit) goOn();
  }
  const at = until === 'settled' ? Math.max(world.now, last) : until;
  if (checkpoints === null && at !== stops.at(-1)) {
    told.checkpoint(checkpointOf(world, at, produced));
  }
  return { at, isSettled: isSettled(world) };
}

function nextAt(world: World, commands: readonly StampedCommand[]): Tick {
  return Math.min(nextDueAt(world), commandsAfter(commands, world.now)[0]?.at ?? Infinity);
}
