import type { Command } from '../../src/sim/command';
import type { Settings } from '../../src/sim/config';
import { createWorld } from '../../src/sim/createWorld';
import { brokerIdsIn, partitionId } from '../../src/sim/ids';
import { INVARIANTS } from '../../src/sim/invariants/all';
import { refusal } from '../../src/sim/refusal';
import { isSettled } from '../../src/sim/settled';
import { step } from '../../src/sim/step';
import { weightOf } from '../../src/sim/weight';
import type { World } from '../../src/sim/world';
import { stateOf } from './stateOf';

/** How often each thing may be done in one run. */
export interface Budget {
  readonly records: number;
  readonly crashes: number;
  readonly starts: number;
}

/** What to search, and how far. */
export interface Search {
  readonly settings: Settings;
  readonly seed: number;
  readonly budget: Budget;
  /** Give up after so many states. */
  readonly statesMax: number;
}

/** A way to a broken promise that no shorter one leads to. */
export interface Counterexample {
  readonly promise: string;
  readonly fault: string;
  /** Commands, and the tick of each. */
  readonly commands: readonly string[];
  /** Moments at which something could have been done. */
  readonly moments: number;
}

/** What a search came to. */
export interface Found {
  readonly states: number;
  readonly steps: number;
  /** Everything within the budget was looked at. */
  readonly isClosed: boolean;
  readonly counterexample: Counterexample | null;
}

interface Node {
  readonly world: World;
  readonly budget: Budget;
  readonly commands: readonly string[];
  readonly moments: number;
}

/** Steps without any news, after which a cluster is taken to stay as it is. */
const QUIET_STEPS_MAX = 4_000;

/**
 * Breadth first over everything that can be done at any moment at which there is news. In between
 * nothing changes but the time, so doing it then would be the same a little later.
 */
export function explore({ settings, seed, budget, statesMax }: Search): Found {
  const start = { world: settledWorld(settings, seed), budget, commands: [], moments: 0 };
  const queue: Node[] = [start];
  const seen = new Set<string>();
  let steps = 0;
  for (let head = 0; head < queue.length; head++) {
    const node = queue[head];
    if (node === undefined) break;
    if (seen.size >= statesMax)
      return { states: seen.size, steps, isClosed: false, counterexample: null };
    for (const next of successorsOf(node)) {
      steps += next.steps;
      const broken = brokenIn(next.node);
      if (broken !== null) {
        return { states: seen.size, steps, isClosed: false, counterexample: broken };
      }
      const state = `${JSON.stringify(next.node.budget)} ${stateOf(next.node.world)}`;
      if (seen.has(state)) continue;
      seen.add(state);
      queue.push(next.node);
    }
  }
  return { states: seen.size, steps, isClosed: true, counterexample: null };
}

function settledWorld(settings: Settings, seed: number): World {
  let world = createWorld(settings, seed);
  while (!isSettled(world)) world = step(world, []).world;
  return world;
}

function successorsOf(node: Node): readonly { readonly node: Node; readonly steps: number }[] {
  const waited = waitForNews(node);
  const done = choicesOf(node).flatMap(({ command, budget }) => {
    if (refusal(node.world, command) !== null) return [];
    const at = node.world.now + 1;
    const { world } = step(node.world, [{ at, command }]);
    const commands = [...node.commands, `${at} ms: ${JSON.stringify(command)}`];
    return [{ node: { world, budget, commands, moments: node.moments + 1 }, steps: 1 }];
  });
  return waited === null ? done : [...done, waited];
}

function waitForNews(node: Node): { readonly node: Node; readonly steps: number } | null {
  let { world } = node;
  for (let steps = 1; steps <= QUIET_STEPS_MAX; steps++) {
    const taken = step(world, []);
    world = taken.world;
    const isNews = taken.events.some((event) => weightOf(event) !== 'background');
    if (isNews) return { node: { ...node, world, moments: node.moments + 1 }, steps };
    if (isSettled(world) && steps > 100) return null;
  }
  return null;
}

function choicesOf({
  world,
  budget,
}: Node): readonly { readonly command: Command; readonly budget: Budget }[] {
  const { records, crashes, starts } = budget;
  const brokers = brokerIdsIn(world.brokers);
  const produce: Command = {
    type: 'produce',
    producer: 'producer-1',
    key: null,
    value: `v${world.nextRecordId}`,
    partition: partitionId(world.settings.topic, 0),
  };
  return [
    ...(records > 0 ? [{ command: produce, budget: { ...budget, records: records - 1 } }] : []),
    ...(crashes > 0 ? brokers : []).map((broker) => ({
      command: { type: 'crashBroker' as const, broker },
      budget: { ...budget, crashes: crashes - 1 },
    })),
    ...(starts > 0 ? brokers : []).map((broker) => ({
      command: { type: 'startBroker' as const, broker },
      budget: { ...budget, starts: starts - 1 },
    })),
  ];
}

function brokenIn({ world, commands, moments }: Node): Counterexample | null {
  for (const { name, brokenIn: faultIn } of INVARIANTS) {
    const fault = faultIn(world);
    if (fault !== null) return { promise: name, fault, commands, moments };
  }
  return null;
}
