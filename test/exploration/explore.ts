import type { Command, StampedCommand } from '../../src/sim/command';
import type { Settings } from '../../src/sim/config';
import { createWorld } from '../../src/sim/createWorld';
import type { Event } from '../../src/sim/event';
import { brokerIdsIn, partitionId } from '../../src/sim/ids';
import { INVARIANTS } from '../../src/sim/invariants/all';
import { refusal } from '../../src/sim/refusal';
import { isSettled } from '../../src/sim/settled';
import { nextDueAt, step } from '../../src/sim/step';
import { weightOf } from '../../src/sim/weight';
import type { World } from '../../src/sim/world';
import { stateOf } from './stateOf';

/** How often each thing may be done in one run. */
export interface Budget {
  readonly records: number;
  readonly crashes: number;
  readonly starts: number;
  /** Messages that are lost, any of those that are on their way at any tick. */
  readonly losses: number;
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

/** A batch that is sent again and again does not make news each time. */
const TRIES_OF_NEWS_MAX = 2;

/** Steps without any news, after which a cluster is taken to stay as it is. */
const QUIET_STEPS_MAX = 4_000;
/** Steps of a cluster at rest in which each of its routine messages comes by. */
const RESTING_STEPS = 100;

/**
 * Breadth first over everything that can be done at any moment at which there is news, and every
 * message that can be lost at any tick. Between two pieces of news nothing changes but the time and
 * what routine carries, so a command then would be the same a little later. The way ends where a
 * cluster is at rest: it would go on like this for ever.
 */
export function explore({ settings, seed, budget, statesMax }: Search): Found {
  const start = { world: settledWorld(settings, seed), budget, commands: [], moments: 0 };
  const queue: Node[] = [start];
  const seen = new Set<string>();
  const count = { steps: 0 };
  for (let head = 0; head < queue.length; head++) {
    const node = queue[head];
    if (node === undefined) break;
    const states = seen.size;
    if (states >= statesMax) return { states, ...count, isClosed: false, counterexample: null };
    try {
      for (const next of successorsOf(node, count)) {
        const state = `${JSON.stringify(next.budget)} ${stateOf(next.world)}`;
        if (seen.has(state)) continue;
        seen.add(state);
        queue.push(next);
      }
    } catch (error) {
      if (!(error instanceof Broken)) throw error;
      return { states, ...count, isClosed: false, counterexample: error.counterexample };
    }
    // What has been looked at is needed no more.
    queue[head] = start;
  }
  return { states: seen.size, ...count, isClosed: true, counterexample: null };
}

class Broken extends Error {
  readonly counterexample: Counterexample;

  constructor(counterexample: Counterexample) {
    super(counterexample.promise);
    this.counterexample = counterexample;
  }
}

interface Count {
  steps: number;
}

function settledWorld(settings: Settings, seed: number): World {
  let world = createWorld(settings, seed);
  while (!isSettled(world)) world = step(world, []).world;
  return world;
}

function successorsOf(node: Node, count: Count): readonly Node[] {
  const done = choicesOf(node)
    .filter(({ command }) => refusal(node.world, command) === null)
    .map(({ command, budget }) => {
      const next = { ...node, budget, moments: node.moments + 1 };
      return taken(next, node.world.now + 1, command, count);
    });
  return [...done, ...waitForNews(node, count)];
}

/** The next news, and everything that can be lost until then. */
function waitForNews(node: Node, count: Count): readonly Node[] {
  const lost: Node[] = [];
  let now = node;
  for (let steps = 1; steps <= QUIET_STEPS_MAX; steps++) {
    if (node.budget.losses > 0) lost.push(...lossesAt(now, count));
    const events: Event[] = [];
    now = stepped(now, [], count, events);
    if (events.some(isNews)) return [...lost, { ...now, moments: node.moments + 1 }];
    if (isSettled(now.world) && steps > RESTING_STEPS) return lost;
  }
  return lost;
}

/** Worlds in which what arrives next on one way does not: the way is cut for that one tick. */
function lossesAt(node: Node, count: Count): readonly Node[] {
  const at = nextDueAt(node.world);
  const due = node.world.flights.filter(({ arrivesAt }) => arrivesAt === at);
  const ways = new Map(due.map(({ from, to }) => [`${from} ${to}`, { from, to, bothWays: false }]));
  const budget = { ...node.budget, losses: node.budget.losses - 1 };
  return [...ways.values()].map((way) => {
    const next = { ...node, budget, moments: node.moments + 1 };
    const cut = taken(next, at, { type: 'cutLink', ...way }, count);
    return taken(cut, at + 1, { type: 'healLink', ...way }, count);
  });
}

function taken(node: Node, at: number, command: Command, count: Count): Node {
  const commands = [...node.commands, `${at} ms: ${JSON.stringify(command)}`];
  return stepped({ ...node, commands }, [{ at, command }], count, []);
}

/** One step, after which every promise is looked at. */
function stepped(
  node: Node,
  commands: readonly StampedCommand[],
  count: Count,
  events: Event[],
): Node {
  const after = step(node.world, commands);
  count.steps++;
  events.push(...after.events);
  const next = { ...node, world: after.world };
  const counterexample = brokenIn(next);
  if (counterexample !== null) throw new Broken(counterexample);
  return next;
}

function isNews(event: Event): boolean {
  if (event.type === 'produceRefused') return event.attempt <= TRIES_OF_NEWS_MAX;
  if (event.type === 'produceRetried') return event.attempts <= TRIES_OF_NEWS_MAX;
  return weightOf(event) !== 'background';
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
