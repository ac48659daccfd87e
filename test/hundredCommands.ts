import type { Command, StampedCommand } from '../src/sim/command';
import type { Acks } from '../src/sim/config';
import { nextValue } from '../src/sim/nextValue';
import { refusal } from '../src/sim/refusal';
import { nextDueAt, step } from '../src/sim/step';
import type { World } from '../src/sim/world';
import { frame } from '../src/timeline/recording';
import { record } from '../src/timeline/recorder';
import { openingScenario } from '../src/timeline/openingScenario';
import type { Scenario } from '../src/timeline/scenario';

const COMMANDS = 100;
const producer = 'producer-1';

/** What people do on the page, mostly: the same in every run, and nothing that is refused. */
export function hundredCommands(): Scenario {
  const opening = openingScenario();
  const chance = chanceFrom(7);
  const commands: StampedCommand[] = [];
  let world = frame(record(opening), 0).world;
  while (commands.length < COMMANDS) {
    const at = world.now + waitMs(chance);
    while (nextDueAt(world) < at) world = step(world, []).world;
    const command = commandIn(world, chance);
    if (refusal(world, command) !== null) continue;
    commands.push({ at, command });
    world = step(world, [{ at, command }]).world;
  }
  return { ...opening, commands: [...opening.commands, ...commands] };
}

/** While a record is under way, while a request waits, or until a session has ended. */
function waitMs(chance: () => number): number {
  const kind = chance();
  if (kind < 0.5) return 1 + Math.floor(chance() * 40);
  if (kind < 0.8) return 200 + Math.floor(chance() * 3_000);
  return 9_000 + Math.floor(chance() * 3_000);
}

function commandIn(world: World, chance: () => number): Command {
  const kind = chance();
  const nth = 1 + Math.floor(chance() * 3);
  const acks: readonly Acks[] = [0, 1, 'all'];
  if (kind < 0.5) {
    const partition = `orders-${nth - 1}` as const;
    return { type: 'produce', producer, partition, key: null, value: nextValue(world) };
  }
  if (kind < 0.65) return { type: 'crashBroker', broker: nth };
  if (kind < 0.8) return { type: 'startBroker', broker: nth };
  if (kind < 0.85) return { type: 'changeAcks', producer, acks: acks[nth - 1] ?? 'all' };
  if (kind < 0.9) return { type: 'startLoad', producer, recordsPerSecond: 5 * nth };
  if (kind < 0.95) return { type: 'stopLoad', producer };
  if (kind < 0.97) return { type: 'shutDownBroker', broker: nth };
  if (kind < 0.99) return { type: 'pauseBroker', broker: nth, forMs: 10_000 };
  return { type: 'cutLink', from: `broker-${nth}`, to: 'controller', bothWays: true };
}

/** Numbers from 0 to 1, the same for everybody. */
function chanceFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return state / 0x8000_0000;
  };
}
