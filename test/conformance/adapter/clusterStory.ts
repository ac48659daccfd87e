import { handleListOffsets } from '../../../src/sim/broker/listOffsets';
import type { BrokerTurn } from '../../../src/sim/broker/turn';
import { rowOf } from '../../../src/sim/table';
import { adapter } from './adapter';
import { readAt } from './reading';
import * as rig from './rig';
import {
  STORY_PARTITION,
  beginStory,
  consume,
  partitionOf,
  produce,
  start,
  stop,
  waitForLeader,
  waitForMetadata,
} from './story';
import type { Story, StoryCase } from './story';

interface StoryStep {
  readonly do: string;
  readonly value?: string;
  /** How many records, one where none is said. */
  readonly count?: number;
  readonly broker?: number | 'leader' | 'follower' | 'one';
}

type Given = StoryCase & Readonly<Record<string, unknown>>;

/** The stories speak of the leader and the follower with which they began. */
const OLD_LEADER = 1;
const OLD_FOLLOWER = 2;

export const clusterStoryAdapter = adapter<Given, readonly StoryStep[]>((given, steps) => {
  const story = beginStory(caseOf(given));
  const fromLeader = (): object => fetchFromLeader(story, given.clientRack ?? null);
  return steps.map((step) => outcomeOf(story, step, fromLeader));
});

// A size of N stands for any; here it is three.
function caseOf(given: Given): StoryCase {
  if (given['brokersCount'] === undefined) return given;
  return { replicas: [0, 1, 2], minIsr: 3, acks: given.acks ?? 'all' };
}

function outcomeOf(story: Story, step: StoryStep, fromLeader: () => object): object {
  const outcome = step.do === 'fetchFromLeader' ? fromLeader() : take(story, step);
  const { leader, inSync, eligible } = partitionOf(story.world);
  const { uncleanElections } = story.world.controller;
  return {
    leader: named(leader),
    isr: inSync.map(named),
    isrSize: inSync.length,
    elrSize: eligible.length,
    uncleanElections: uncleanElections[STORY_PARTITION] ?? 0,
    ...outcome,
  };
}

function take(story: Story, step: StoryStep): object {
  switch (step.do) {
    case 'produce': {
      const failedBefore = rowOf(story.world.producers, 'producer-1').failed.flat().length;
      for (let n = 0; n < (step.count ?? 1); n++) produce(story, step.value ?? 'x');
      const failure = rowOf(story.world.producers, 'producer-1').failed.flat()[failedBefore];
      if (failure === undefined) return { acked: true };
      const { error } = failure;
      return { acked: false, error, errorOneOf: error };
    }
    case 'stop':
      stop(story, brokerIn(step));
      return {};
    case 'start':
      start(story, brokerIn(step));
      return {};
    case 'waitFollowerInIsr':
      return {};
    case 'consume':
      return { values: consume(story).map((id) => producedValue(story, id)) };
    case 'consumeAll':
      waitForLeader(story);
      return { values: readAt(leaderTurn(story), STORY_PARTITION, -1, 0).records.map(valueOf) };
    case 'listOffsetsLatest':
      return { result: latest(story) };
    default:
      throw new Error(`No step is called ${step.do}.`);
  }
}

function producedValue(story: Story, id: number): string {
  const event = story.events.find((one) => one.type === 'recordProduced' && one.recordId === id);
  return event?.type === 'recordProduced' ? event.value : '';
}

// The consumer has read up to the last end that was seen.
function latest(story: Story): number | 'unchanged' {
  const turn = leaderTurn(story);
  handleListOffsets(turn, 'consumer-1', {
    type: 'listOffsetsRequest',
    correlationId: 1,
    partition: STORY_PARTITION,
    currentLeaderEpoch: -1,
    timestamp: 'latest',
    isolationLevel: 'read_uncommitted',
  });
  const answer = turn.wire.outbox[0]?.message;
  const end = answer?.type === 'listOffsetsResponse' ? answer.logEndOffset : -1;
  const { positions } = rowOf(story.world.consumers, 'consumer-1');
  return end === rowOf(positions, STORY_PARTITION) ? 'unchanged' : end;
}

// A consumer that begins at offset 0, in a rack; the leader has heard of what was decided.
function fetchFromLeader(story: Story, clientRack: string | null): object {
  waitForMetadata(story);
  const { preferredReadReplica: named } = readAt(leaderTurn(story), STORY_PARTITION, -1, 0, {
    clientRack,
  });
  return { preferredReadReplica: named === null ? -1 : named - 1 };
}

function leaderTurn({ world }: Story): BrokerTurn {
  return rig.turnAt(world.now, rowOf(world.brokers, partitionOf(world).leader));
}

function brokerIn({ broker }: StoryStep): number {
  if (typeof broker === 'number') return broker + 1;
  return broker === 'leader' ? OLD_LEADER : OLD_FOLLOWER;
}

function named(broker: number): string | number {
  if (broker === OLD_LEADER) return 'old leader';
  return broker === OLD_FOLLOWER ? 'old follower' : broker;
}

function valueOf({ value }: { readonly value: string }): string {
  return value;
}
