import type { EpochStart } from '../../../src/sim/broker/leaderEpochs';
import { assignEpoch } from '../../../src/sim/broker/leaderEpochs';
import type { Log, LogRecord } from '../../../src/sim/broker/log';
import { emptyReplica } from '../../../src/sim/broker/leadership';
import type { BrokerState, Replica } from '../../../src/sim/broker/state';
import type { BrokerTurn } from '../../../src/sim/broker/turn';
import { newPartition } from '../../../src/sim/controller/partitions';
import type {
  BrokerRegistration,
  MetadataImage,
  PartitionRegistration,
} from '../../../src/sim/controller/state';
import type { BrokerId, PartitionId, Tick } from '../../../src/sim/ids';
import { partitionIdsIn, topicOf } from '../../../src/sim/ids';
import type { ProduceRequest, UnwrittenRecord } from '../../../src/sim/message';
import type { Outgoing, Wire } from '../../../src/sim/network';

/** The partition of vectors that speak of one without a name. */
export const PARTITION: PartitionId = 'foo-0';

/** Later than `replica.lag.time.max.ms`, so that nobody counts as caught up by being new. */
export const NOW: Tick = 1_000_000;

/** A wire on which nothing has been said. */
export function wireAt(now: Tick): Wire {
  return { now, seed: 1, outbox: [], events: [] };
}

/** A broker's turn at another time, with nothing said yet. */
export function turnAt(now: Tick, broker: BrokerState): BrokerTurn {
  return { wire: wireAt(now), broker };
}

export function registration(
  id: BrokerId,
  brokerEpoch: number,
  fields: Partial<BrokerRegistration> = {},
): BrokerRegistration {
  const state = { fenced: false, inControlledShutdown: false, offlineDirectories: [] };
  const logDirectories = ['d1'];
  return { id, rack: null, incarnation: 1, brokerEpoch, logDirectories, ...state, ...fields };
}

/** A partition as the controller has decided it; by default all its replicas are in sync. */
export function partitionWith(fields: Partial<PartitionRegistration>): PartitionRegistration {
  return { ...newPartition(fields.replicas ?? [], () => true), ...fields };
}

export function imageOf(
  brokers: readonly BrokerRegistration[],
  partitions: Readonly<Record<PartitionId, PartitionRegistration>>,
  minInsyncReplicas: number,
  eligibleLeaderReplicas = false,
): MetadataImage {
  const config = { minInsyncReplicas, uncleanLeaderElection: false };
  const names = partitionIdsIn(partitions);
  return {
    offset: 1_000,
    partitions,
    brokers: Object.fromEntries(brokers.map((broker) => [broker.id, broker])),
    topics: Object.fromEntries(names.map((name) => [topicOf(name), config])),
    eligibleLeaderReplicas,
  };
}

/** A running broker that has heard of an image and hosts some replicas. */
export function brokerWith(
  id: BrokerId,
  image: MetadataImage,
  replicas: readonly Replica[] = [],
): BrokerState {
  return {
    id,
    rack: null,
    replicaSelector: 'leader',
    lifecycle: 'RUNNING',
    machine: 'on',
    pausedUntil: null,
    inbox: [],
    writeMsPerRecord: 0,
    logDirectories: ['d1'],
    directoryFailureDueAt: null,
    offlineDirectories: [],
    cleanShutdownEpoch: -1,
    previousBrokerEpoch: -1,
    shutdown: null,
    dataLosses: {},
    incarnation: 1,
    brokerEpoch: image.brokers[id]?.brokerEpoch ?? -1,
    image,
    replicas: Object.fromEntries(replicas.map((replica) => [replica.partition, replica])),
    fetchers: {},
    sessions: {},
    delayedProduces: [],
    alterPartition: { queued: [], inFlight: null, retryAt: null },
    correlationId: 0,
    heartbeatDueAt: null,
    registrationDueAt: null,
    registrationAttempt: 0,
    inSyncCheckDueAt: null,
    checkpointDueAt: null,
    metadataFetchDueAt: null,
    sent: {},
    dueAt: null,
  };
}

/** A replica that holds one record of each of these epochs. */
export function replicaWith(
  epochs: readonly number[],
  fields: Partial<Replica> = {},
  startOffset = 0,
): Replica {
  const log = logOf(epochs, startOffset);
  return { ...emptyReplica(PARTITION), log, leaderEpochs: epochsOf(log), ...fields };
}

/** A log with one record of each of these epochs. */
function logOf(epochs: readonly number[], startOffset = 0): Log {
  return { startOffset, records: epochs.map((epoch, at) => recordOf(startOffset + at, epoch)) };
}

/** A record that is told from another by its offset and epoch alone. */
export function recordOf(offset: number, leaderEpoch: number): LogRecord {
  return { ...plainRecord(1 + offset + 1_000 * leaderEpoch), offset, leaderEpoch };
}

function epochsOf(log: Log): readonly EpochStart[] {
  let epochs: readonly EpochStart[] = [];
  for (const { leaderEpoch, offset } of log.records) {
    epochs = assignEpoch(epochs, leaderEpoch, offset);
  }
  return epochs;
}

/** A record of a producer that is not idempotent. */
export function plainRecord(id: number): UnwrittenRecord {
  const nobody = { producerId: -1, producerEpoch: -1, sequence: -1, batchSequence: -1 };
  return { id, key: null, value: `v${id}`, ...nobody };
}

/** A batch of plain records, as a producer sends it. */
export function produceRequest(
  count: number,
  fields: Partial<ProduceRequest> = {},
): ProduceRequest {
  return {
    type: 'produceRequest',
    correlationId: 1,
    producer: 'producer-1',
    partition: PARTITION,
    acks: 1,
    timeoutMs: 30_000,
    records: Array.from({ length: count }, (_, at) => plainRecord(at + 1)),
    attempt: 1,
    ...fields,
  };
}

/** Everything that a turn has said since one last asked. */
export function takeSaid({ wire }: BrokerTurn): readonly Outgoing[] {
  return wire.outbox.splice(0);
}
