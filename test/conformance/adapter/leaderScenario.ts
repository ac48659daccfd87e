import { handleAlterPartitionResponse } from '../../../src/sim/broker/alterPartition';
import { commitmentOf } from '../../../src/sim/broker/commit';
import { maybeShrinkInSync } from '../../../src/sim/broker/followers';
import { enterSession, readAndCount } from '../../../src/sim/broker/handleFetch';
import { isUnderMinimum } from '../../../src/sim/broker/highWatermark';
import { maximalInSync, proposedInSync } from '../../../src/sim/broker/inSync';
import { applyImage, applyPartition } from '../../../src/sim/broker/leadership';
import { append, logEndOffset } from '../../../src/sim/broker/log';
import { appendAsLeader } from '../../../src/sim/broker/produce';
import type { IsolationLevel } from '../../../src/sim/config';
import { handleListOffsets } from '../../../src/sim/broker/listOffsets';
import { changeBroker, ledReplica, replicaOf, setReplica } from '../../../src/sim/broker/turn';
import type { BrokerTurn } from '../../../src/sim/broker/turn';
import type { BrokerRegistration, PartitionRegistration } from '../../../src/sim/controller/state';
import { brokerNode } from '../../../src/sim/ids';
import type { KafkaError } from '../../../src/sim/kafkaError';
import { rowOf, withRow } from '../../../src/sim/table';
import { adapter } from './adapter';
import * as rig from './rig';

interface Given {
  readonly brokerId: number;
  readonly nowMs: number;
  readonly replicaLagTimeMaxMs: number;
  readonly minIsr: number;
  readonly leo?: number;
  readonly hw?: number;
  readonly brokers?: Readonly<
    Record<string, { epoch?: number; fenced?: boolean; shuttingDown?: boolean }>
  >;
}

interface Fetch {
  readonly do: 'followerFetch';
  readonly replica: number;
  readonly fetchOffset: number;
  readonly leaderEpoch?: number;
  readonly lastFetchedEpoch?: number;
  readonly brokerEpoch?: number;
}

type Metadata = Partial<
  Pick<PartitionRegistration, 'leader' | 'leaderEpoch' | 'partitionEpoch'>
> & {
  readonly isr?: readonly number[];
  readonly replicas?: readonly number[];
};

type Step =
  | Fetch
  | ({ readonly do: 'makeLeader' | 'makeFollower' } & Metadata)
  | { readonly do: 'advance'; readonly ms: number }
  | { readonly do: 'append' | 'appendNoHwCheck'; readonly count: number }
  | { readonly do: 'maybeShrinkIsr' }
  | { readonly do: 'alterPartitionOk'; readonly partitionEpoch: number }
  | { readonly do: 'alterPartitionError'; readonly error: KafkaError }
  | {
      readonly do: 'brokerMeta';
      readonly replica: number;
      readonly fenced?: boolean;
      readonly shuttingDown?: boolean;
    }
  | { readonly do: 'listOffsetsLatest'; readonly isolation: string | null };

export const leaderScenarioAdapter = adapter<Given, readonly Step[]>(
  (given, steps) => {
    let turn = begin(given, steps);
    return steps.map((step) => {
      if (step.do === 'advance') turn = rig.turnAt(turn.wire.now + step.ms, turn.broker);
      const outcome = take(turn, step);
      return { ...shown(turn), ...outcome };
    });
  },
  { sets: ['isr', 'maximalIsr', 'proposedIsr', 'remoteReplicas'] },
);

// Every broker that is ever spoken of is registered, with an epoch of its id and 1 000.
function begin(given: Given, steps: readonly Step[]): BrokerTurn {
  const named = steps.flatMap((step) => {
    if (step.do === 'makeLeader') return step.replicas ?? [];
    return 'replica' in step ? [step.replica] : [];
  });
  const ids = new Set([given.brokerId, ...named, ...Object.keys(given.brokers ?? {}).map(Number)]);
  const brokers = [...ids].map((id) => {
    const { epoch, fenced, shuttingDown } = given.brokers?.[id] ?? {};
    const state = { fenced: fenced ?? false, inControlledShutdown: shuttingDown ?? false };
    return rig.registration(id, epoch ?? id + 1_000, state);
  });
  const partition = rig.partitionWith({ replicas: [given.brokerId] });
  const image = rig.imageOf(brokers, { [rig.PARTITION]: partition }, given.minIsr);
  const epochs = Array.from({ length: given.leo ?? 0 }, () => 0);
  const replica = rig.replicaWith(epochs, { highWatermark: given.hw ?? 0 });
  return rig.turnAt(given.nowMs, rig.brokerWith(given.brokerId, image, [replica]));
}

function take(turn: BrokerTurn, step: Step): object {
  switch (step.do) {
    case 'makeLeader':
    case 'makeFollower':
      hear(turn, step);
      return {};
    case 'append':
      appendAsLeader(turn, rig.produceRequest(step.count));
      return {};
    case 'appendNoHwCheck':
      appendOnly(turn, step.count);
      return {};
    case 'followerFetch':
      return fetch(turn, step);
    case 'maybeShrinkIsr':
      maybeShrinkInSync(turn, rig.PARTITION);
      return {};
    case 'alterPartitionOk':
      answerProposal(turn, 'NONE', step.partitionEpoch);
      return {};
    case 'alterPartitionError':
      answerProposal(turn, step.error, -1);
      return {};
    case 'brokerMeta':
      changeRegistration(turn, step.replica, {
        ...(step.fenced !== undefined && { fenced: step.fenced }),
        ...(step.shuttingDown !== undefined && { inControlledShutdown: step.shuttingDown }),
      });
      return {};
    case 'listOffsetsLatest':
      return latestOffset(turn, step.isolation);
    case 'advance':
      return {};
    default:
      throw new Error(`No step is called ${JSON.stringify(step satisfies never)}.`);
  }
}

function hear(turn: BrokerTurn, step: Extract<Step, { do: 'makeLeader' | 'makeFollower' }>): void {
  const { image, id } = turn.broker;
  const before = rowOf(image.partitions, rig.PARTITION);
  const { isr, replicas } = step;
  const registration: PartitionRegistration = {
    ...before,
    ...(isr && { inSync: isr }),
    ...(replicas && { replicas }),
    leader: step.do === 'makeLeader' ? id : (step.leader ?? -1),
    leaderEpoch: step.leaderEpoch ?? before.leaderEpoch,
    partitionEpoch: step.partitionEpoch ?? before.partitionEpoch,
  };
  const partitions = withRow(image.partitions, rig.PARTITION, registration);
  changeBroker(turn, { image: { ...image, partitions, offset: image.offset + 1 } });
  applyPartition(turn, rig.PARTITION, registration);
}

function changeRegistration(
  turn: BrokerTurn,
  id: number,
  fields: Partial<BrokerRegistration>,
): void {
  const { image } = turn.broker;
  const brokers = withRow(image.brokers, id, { ...rowOf(image.brokers, id), ...fields });
  applyImage(turn, { ...image, brokers, offset: image.offset + 1 });
}

function appendOnly(turn: BrokerTurn, count: number): void {
  const replica = replicaOf(turn, rig.PARTITION);
  const end = logEndOffset(replica.log);
  const records = Array.from({ length: count }, (_, at) =>
    rig.recordOf(end + at, replica.leaderEpoch),
  );
  setReplica(turn, { ...replica, log: append(replica.log, records) });
}

function fetch(turn: BrokerTurn, step: Fetch): object {
  const node = brokerNode(step.replica);
  enterSession(turn, node, {
    type: 'fetchRequest',
    correlationId: 1,
    replica: step.replica,
    brokerEpoch: step.brokerEpoch ?? step.replica + 1_000,
    maxWaitMs: 500,
    clientRack: null,
    isolationLevel: 'read_uncommitted',
    sessionEpoch: 0,
    partitions: [
      {
        partition: rig.PARTITION,
        fetchOffset: step.fetchOffset,
        currentLeaderEpoch: step.leaderEpoch ?? -1,
        lastFetchedEpoch: step.lastFetchedEpoch ?? -1,
        logStartOffset: 0,
      },
    ],
    forgotten: [],
    session: [rig.PARTITION],
  });
  const [answer] = readAndCount(turn, node);
  const { error, highWatermark, divergingEpoch } = answer ?? {};
  return { error, responseHw: highWatermark, diverging: divergingEpoch };
}

function answerProposal(turn: BrokerTurn, error: KafkaError, partitionEpoch: number): void {
  const { inFlight } = turn.broker.alterPartition;
  const proposal = inFlight?.partitions[0];
  if (inFlight === null || proposal === undefined) throw new Error('Nothing was proposed.');
  const { partition, leaderEpoch, newInSyncReplicas } = proposal;
  const inSyncReplicas = newInSyncReplicas.map(({ broker }) => broker);
  handleAlterPartitionResponse(turn, {
    type: 'alterPartitionResponse',
    correlationId: inFlight.correlationId,
    error: 'NONE',
    partitions: [{ partition, error, leaderEpoch, partitionEpoch, inSyncReplicas }],
  });
}

// Without an isolation level it is a replica that asks.
function latestOffset(turn: BrokerTurn, isolation: string | null): object {
  const said = turn.wire.outbox.length;
  handleListOffsets(turn, isolation === null ? brokerNode(1) : 'consumer-1', {
    type: 'listOffsetsRequest',
    correlationId: 1,
    partition: rig.PARTITION,
    currentLeaderEpoch: -1,
    timestamp: 'latest',
    isolationLevel: isolation === null ? null : isolationOf(isolation),
  });
  const answer = turn.wire.outbox[said]?.message;
  if (answer?.type !== 'listOffsetsResponse') throw new Error('It has not answered.');
  const { error, logEndOffset: end } = answer;
  return error === 'NONE' ? { error, result: end } : { error, result: error };
}

function isolationOf(level: string): IsolationLevel {
  return level.toLowerCase() === 'read_committed' ? 'read_committed' : 'read_uncommitted';
}

function shown(turn: BrokerTurn): object {
  const { log, highWatermark: hw, leaderEpoch, partitionEpoch } = replicaOf(turn, rig.PARTITION);
  const { queued, inFlight } = turn.broker.alterPartition;
  const common = {
    hw,
    leo: logEndOffset(log),
    leaderEpoch,
    partitionEpoch,
    pending: queued.length + (inFlight?.partitions.length ?? 0),
  };
  const led = ledReplica(turn, rig.PARTITION);
  if (led === null) return { ...common, isr: [], remoteReplicas: [] };
  const { inSync, followers, epochStartOffset } = led.role;
  return {
    ...common,
    epochStartOffset,
    isr: inSync.inSync,
    maximalIsr: maximalInSync(inSync),
    proposedIsr: proposedInSync(inSync),
    inFlight: inSync.type !== 'committed',
    underMinIsr: isUnderMinimum(commitmentOf(turn, led)),
    remoteReplicas: Object.keys(followers).map(Number),
    replica: Object.fromEntries(
      Object.entries(followers).map(([id, progress]) => [
        id,
        {
          leo: progress?.logEndOffset,
          lastCaughtUpMs: progress?.lastCaughtUpAt,
          brokerEpoch: progress?.brokerEpoch,
        },
      ]),
    ),
  };
}
