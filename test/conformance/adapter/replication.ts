import { handleProduce } from '../../../src/sim/broker/produce';
import { applyImage } from '../../../src/sim/broker/leadership';
import { logEndOffset } from '../../../src/sim/broker/log';
import type { BrokerState, Replica } from '../../../src/sim/broker/state';
import type { BrokerTurn } from '../../../src/sim/broker/turn';
import { brokerNode } from '../../../src/sim/ids';
import type { KafkaError } from '../../../src/sim/kafkaError';
import type { FetchedPartition } from '../../../src/sim/message';
import { rowOf } from '../../../src/sim/table';
import { adapter } from './adapter';
import { fromEpoch } from './log';
import { FOLLOWER, LEADER, act, deliverNext, pairOf, wait } from './pair';
import type { Pair } from './pair';
import { PARTITION, produceRequest, replicaWith } from './rig';

interface Ends {
  readonly leo: number;
  readonly hw: number;
}

type RoundStep =
  | { readonly do: 'append'; readonly count: number }
  | { readonly do: 'followerFetch' | 'fetchWaitElapsed' };

export const replicationRoundsAdapter = adapter<
  { readonly leader: Ends; readonly follower: Ends },
  readonly RoundStep[]
>((given, steps) => {
  const replicaAt = ({ leo, hw }: Ends): Replica =>
    replicaWith(
      Array.from({ length: leo }, () => 0),
      { highWatermark: hw },
    );
  const epochs = { leaderEpoch: 0, followerEpoch: 0 };
  const leader = replicaAt(given.leader);
  const pair = pairOf({ leader, follower: replicaAt(given.follower), ...epochs });
  return steps.map((step) => {
    if (step.do === 'append') append(pair, step.count);
    else if (step.do === 'followerFetch') deliverNext(pair, 'fetchRequest');
    else wait(pair, 500);
    const response = deliverNext(pair, 'fetchResponse');
    const fetched = response?.partitions.find(({ partition }) => partition === PARTITION);
    return {
      parked: pair.leader.sessions[brokerNode(FOLLOWER)]?.parked?.arrivedAt !== undefined,
      response: fetched && { records: fetched.records.length, hw: fetched.highWatermark },
      leader: endsOf(pair.leader),
      follower: endsOf(pair.follower),
    };
  });
});

type LineageStep =
  | { readonly do: 'append'; readonly count: number }
  | { readonly do: 'replicate' }
  | { readonly do: 'leaderEpochBump'; readonly epoch: number };

export const epochLineageAdapter = adapter<unknown, readonly LineageStep[]>((_, steps) => {
  const epochs = { leaderEpoch: 0, followerEpoch: 0 };
  const pair = pairOf({ leader: replicaWith([]), follower: replicaWith([]), ...epochs });
  return steps.map((step) => {
    if (step.do === 'append') append(pair, step.count);
    else if (step.do === 'replicate') replicate(pair);
    else {
      const { epoch } = step;
      act(pair, 'leader', (turn) => hearOfEpoch(turn, epoch));
      act(pair, 'follower', (turn) => hearOfEpoch(turn, epoch));
    }
    return {
      leader: replicaOn(pair.leader).leaderEpochs.map(fromEpoch),
      follower: replicaOn(pair.follower).leaderEpochs.map(fromEpoch),
    };
  });
});

interface VectorReplica {
  readonly log: readonly number[];
  readonly logStart?: number;
  readonly hw?: number;
  readonly leaderEpoch: number;
}

export const reconcileAdapter = adapter<
  { readonly follower: VectorReplica; readonly leader: VectorReplica },
  unknown
>((given) => {
  const pair = pairOf({
    leader: toReplica(given.leader),
    leaderEpoch: given.leader.leaderEpoch,
    follower: toReplica(given.follower),
    followerEpoch: given.follower.leaderEpoch,
    isHeldBack: true,
  });
  const rounds: object[] = [];
  for (let quiet = 0; quiet < 3;) {
    const round = nextRound(pair);
    if (round === null) quiet += 1;
    else rounds.push(round);
    if (rounds.length > 100) throw new Error('The logs do not come together.');
  }
  const { log, highWatermark } = replicaOn(pair.follower);
  return {
    log: log.records.map(({ leaderEpoch }) => leaderEpoch),
    leo: logEndOffset(log),
    hw: highWatermark,
    logStart: log.startOffset,
    rounds,
  };
});

export const fetcherErrorsAdapter = adapter<
  unknown,
  readonly {
    readonly response: KafkaError;
    readonly followerEpoch: number;
    readonly leaderEpoch: number;
  }[]
>((_, cases) =>
  cases.map(({ followerEpoch, leaderEpoch }) => {
    const leader = replicaWith([0, 0]);
    const pair = pairOf({ leader, leaderEpoch, follower: replicaWith([]), followerEpoch });
    replicate(pair);
    const { role, log } = replicaOn(pair.follower);
    const fetcher = rowOf(pair.follower.fetchers, LEADER);
    const isStopped = role.type === 'follower' && !role.fetches;
    const isPaused = fetcher.pausedUntil[PARTITION] === pair.now + 1_000;
    const kept = isPaused ? 'kept-and-retried' : 'kept';
    return {
      partition: isStopped && !isPaused ? 'removed-until-new-metadata' : kept,
      appended: log.records.length,
    };
  }),
);

function append(pair: Pair, count: number): void {
  act(pair, 'leader', (turn) => handleProduce(turn, produceRequest(count)));
}

/** The follower fetches until there is nothing more to hear. */
function replicate(pair: Pair): void {
  for (let round = 0; round < 10; round += 1) {
    deliverNext(pair, 'fetchRequest');
    deliverNext(pair, 'fetchResponse');
  }
}

// One fetch and its answer; null when the leader had nothing to say or asked for another step.
function nextRound(pair: Pair): object | null {
  const before = replicaOn(pair.follower);
  const asked = deliverNext(pair, 'fetchRequest')?.partitions[0];
  if (asked === undefined) wait(pair, 500);
  const answer = deliverNext(pair, 'fetchResponse')?.partitions[0];
  deliverNext(pair, 'listOffsetsRequest');
  deliverNext(pair, 'listOffsetsResponse');
  const after = replicaOn(pair.follower);
  const isNews =
    JSON.stringify([before.log, before.leaderEpochs, before.highWatermark]) !==
    JSON.stringify([after.log, after.leaderEpochs, after.highWatermark]);
  if (answer === undefined || asked === undefined || !isNews) return null;
  const { fetchOffset, lastFetchedEpoch } = asked;
  return {
    fetchOffset,
    lastFetchedEpoch: lastFetchedEpoch === -1 ? null : lastFetchedEpoch,
    ...outcome(before, answer, after),
    hwAfter: after.highWatermark,
  };
}

function outcome(before: Replica, answer: FetchedPartition, after: Replica): object {
  const end = logEndOffset(after.log);
  if (answer.divergingEpoch !== null) return { diverging: answer.divergingEpoch, truncateTo: end };
  return { appended: end - logEndOffset(before.log) };
}

function hearOfEpoch(turn: BrokerTurn, leaderEpoch: number): void {
  const { image } = turn.broker;
  const before = rowOf(image.partitions, PARTITION);
  const after = { ...before, leaderEpoch, partitionEpoch: before.partitionEpoch + 1 };
  const partitions = { ...image.partitions, [PARTITION]: after };
  applyImage(turn, { ...image, partitions, offset: image.offset + 1 });
}

function toReplica({ log, logStart, hw }: VectorReplica): Replica {
  return replicaWith(log, { highWatermark: hw ?? 0 }, logStart ?? 0);
}

function replicaOn(broker: BrokerState): Replica {
  return rowOf(broker.replicas, PARTITION);
}

function endsOf(broker: BrokerState): Ends {
  const { log, highWatermark } = replicaOn(broker);
  return { leo: logEndOffset(log), hw: highWatermark };
}
