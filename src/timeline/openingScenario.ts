import type { StampedCommand } from '../sim/command';
import { DEFAULT_SETTINGS, type Settings } from '../sim/config';
import { createWorld } from '../sim/createWorld';
import { partitionId, type Tick } from '../sim/ids';
import { isSettled } from '../sim/settled';
import { step } from '../sim/step';
import { commandsAfter } from './commands';
import { frame } from './recording';
import { record } from './recorder';
import type { Scenario } from './scenario';
import type { Still } from './still';

const OPENING_SEED = 1;
const FIRST_RECORD_AT = 10;
const RECORD_EVERY_MS = 20;
const RECORDS_BY_PARTITION = [4, 4, 3];
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
/** A cluster that has not settled by then never will. */
const SETTLED_BY_MS = 600_000;

/** What the page opens with: a cluster of default settings that holds a few records and rests. */
export function openingScenario(): Scenario {
  return scenarioFor(DEFAULT_SETTINGS, OPENING_SEED);
}

/** What the page opens with, run up to its first frame: the page itself is built with this. */
export function openingStill(): Still {
  const scenario = openingScenario();
  return { scenario, world: frame(record(scenario), 0).world };
}

/**
 * A new cluster with a few records in each partition, told from the moment at which it rests.
 * Throws what the simulation throws, and when the cluster never comes to rest.
 */
export function scenarioFor(settings: Settings, seed: number): Scenario {
  const scenario: Scenario = {
    version: 1,
    settings,
    seed,
    commands: prologue(settings),
    startsAt: 0,
  };
  return { ...scenario, startsAt: settledAfter(scenario) };
}

/** The tick at which a scenario has obeyed its last command and settled. */
export function settledAfter({ settings, seed, commands }: Scenario): Tick {
  let world = createWorld(settings, seed);
  let pending = commandsAfter(commands, world.now);
  while (pending.length > 0 || !isSettled(world)) {
    if (world.now > SETTLED_BY_MS) throw new Error('The cluster does not come to rest.');
    world = step(world, pending).world;
    pending = commandsAfter(pending, world.now);
  }
  return world.now;
}

/** One record after another, to each partition in turn until it has its share. */
function prologue({ topic, partitions }: Settings): readonly StampedCommand[] {
  const rounds = Math.max(...RECORDS_BY_PARTITION);
  const indexes = Array.from({ length: partitions }, (_, index) => index);
  const targets = Array.from({ length: rounds }, (_, round) =>
    indexes.filter((index) => round < (RECORDS_BY_PARTITION[index % 3] ?? 0)),
  ).flat();
  return targets.map((index, nth) => ({
    at: FIRST_RECORD_AT + nth * RECORD_EVERY_MS,
    command: {
      type: 'produce',
      producer: 'producer-1',
      partition: partitionId(topic, index),
      key: null,
      value: valueOf(nth),
    },
  }));
}

/** a to z, then a2 to z2, … */
function valueOf(nth: number): string {
  const letter = LETTERS.charAt(nth % LETTERS.length);
  const lap = Math.floor(nth / LETTERS.length) + 1;
  return lap === 1 ? letter : `${letter}${lap}`;
}
