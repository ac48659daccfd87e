import { isEndUnknown } from '../../../src/sim/broker/listOffsets';
import type { Command } from '../../../src/sim/command';
import { DEFAULT_SETTINGS, KAFKA } from '../../../src/sim/config';
import type { Acks, Settings } from '../../../src/sim/config';
import { isActive } from '../../../src/sim/controller/partitions';
import type { PartitionRegistration } from '../../../src/sim/controller/state';
import { createWorld } from '../../../src/sim/createWorld';
import type { Event } from '../../../src/sim/event';
import { NO_LEADER } from '../../../src/sim/ids';
import type { BrokerId } from '../../../src/sim/ids';
import { step } from '../../../src/sim/step';
import { rowOf } from '../../../src/sim/table';
import type { World } from '../../../src/sim/world';

/** A run under way: the world, and everything that has happened in it. */
export interface Story {
  world: World;
  readonly events: Event[];
  /** How many of the records that were read have been spoken of. */
  reported: number;
}

/** The cluster of a story, as the vectors write it. */
export interface StoryCase {
  readonly brokers?: readonly number[];
  readonly replicas?: readonly number[];
  readonly minIsr?: number;
  readonly elrEnabled?: boolean;
  readonly uncleanElection?: boolean;
  readonly acks?: Acks;
  /** By the numbers of the vectors, from 0. */
  readonly racks?: Readonly<Record<number, string>>;
  readonly replicaSelector?: string;
  readonly clientRack?: string;
}

export const STORY_PARTITION = 'foo-0';

const PATIENCE_MS = 400_000;

/** A formed cluster with one partition, on brokers 1 to n where a vector has 0 to n − 1. */
export function beginStory(given: StoryCase): Story {
  const { replicas = [0, 1, 2] } = given;
  const settings: Settings = {
    ...DEFAULT_SETTINGS,
    topic: 'foo',
    brokers: given.brokers?.length ?? replicas.length,
    partitions: 1,
    replicationFactor: replicas.length,
    minInsyncReplicas: given.minIsr ?? replicas.length,
    acks: given.acks ?? 'all',
    uncleanLeaderElection: given.uncleanElection ?? false,
    eligibleLeaderReplicas: given.elrEnabled ?? false,
    racks: racksOf(given),
    clientRacks: given.clientRack === undefined ? {} : { 'consumer-1': given.clientRack },
    replicaSelector: given.replicaSelector === undefined ? 'leader' : 'rackAware',
  };
  return { world: createWorld(settings, 1), events: [], reported: 0 };
}

function racksOf({ racks = {} }: StoryCase): Settings['racks'] {
  return Object.fromEntries(Object.entries(racks).map(([id, rack]) => [Number(id) + 1, rack]));
}

/** Sends a record and waits until the producer knows what became of it. */
export function produce(story: Story, value: string): void {
  const said = story.events.length;
  const where = { producer: 'producer-1', partition: STORY_PARTITION, key: null } as const;
  act(story, { type: 'produce', ...where, value });
  const sent = story.events.slice(said).find((event) => event.type === 'recordProduced');
  runUntil(story, ({ producers }) => {
    const { acknowledged, failed } = rowOf(producers, 'producer-1');
    return [...acknowledged.flat(), ...failed.flat()].some(({ id }) => id === sent?.recordId);
  });
}

/**
 * Takes a broker down and waits until the controller has fenced it. Nobody in a story is so quick
 * that the followers would not have heard what is committed.
 */
export function stop(story: Story, broker: BrokerId): void {
  const from = story.world.now;
  runUntil(story, ({ now }) => now > from + 2 * KAFKA.replicaFetchWaitMaxMs);
  act(story, { type: 'crashBroker', broker });
  runUntil(story, ({ controller }) => rowOf(controller.image.brokers, broker).fenced);
}

/** Starts a broker and waits until it serves, and until every live replica is in sync. */
export function start(story: Story, broker: BrokerId): void {
  act(story, { type: 'startBroker', broker });
  runUntil(story, (world) => {
    const isServing = rowOf(world.brokers, broker).lifecycle === 'RUNNING';
    return isServing && isWhole(world);
  });
}

/** Waits until the consumer has read something new, and answers with it. */
export function consume(story: Story): readonly number[] {
  const { reported } = story;
  runUntil(story, () => readIn(story).length > reported);
  const read = readIn(story);
  story.reported = read.length;
  return read.slice(reported);
}

/** Waits until the leader can tell clients where the log ends. */
export function waitForLeader(story: Story): void {
  runUntil(story, (world) => {
    const replica = world.brokers[partitionOf(world).leader]?.replicas[STORY_PARTITION];
    return replica?.role.type === 'leader' && !isEndUnknown(replica);
  });
}

/** Waits until the leader has heard of everything that the controller has decided. */
export function waitForMetadata(story: Story): void {
  runUntil(story, (world) => {
    const leader = world.brokers[partitionOf(world).leader];
    return leader?.image.offset === world.controller.image.offset;
  });
}

/** What the controller has decided about the partition. */
export function partitionOf({ controller }: World): PartitionRegistration {
  return rowOf(controller.image.partitions, STORY_PARTITION);
}

function readIn({ events }: Story): readonly number[] {
  return events.flatMap((event) => (event.type === 'recordsConsumed' ? event.recordIds : []));
}

function isWhole(world: World): boolean {
  const { replicas, inSync, leader } = partitionOf(world);
  const live = replicas.filter((broker) => isActive(world.controller.image, broker));
  return leader === NO_LEADER || live.every((broker) => inSync.includes(broker));
}

function act(story: Story, command: Command): void {
  take(story, [{ at: story.world.now + 1, command }]);
}

function runUntil(story: Story, holds: (world: World) => boolean): void {
  const until = story.world.now + PATIENCE_MS;
  while (!holds(story.world)) {
    if (story.world.now > until) throw new Error('What the story waits for does not happen.');
    take(story, []);
  }
}

function take(story: Story, commands: Parameters<typeof step>[1]): void {
  const { world, events } = step(story.world, commands);
  story.world = world;
  story.events.push(...events);
}
