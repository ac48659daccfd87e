import type { Event } from '../src/sim/event';
import type { AdministrationEvent } from '../src/sim/event/administration';
import type { WireEvent } from '../src/sim/event/wire';
import type { PartitionId } from '../src/sim/ids';
import type { EventOf } from '../src/sim/isLike';
import { failureSamples } from './failureSamples';

/** Types of events that few runs, or none, reach. */
type Rare =
  | 'brokerPaused'
  | 'brokerResumed'
  | AdministrationEvent['type']
  | 'autoOffsetResetChanged'
  | 'consumerFailed'
  | 'consumerRestarted'
  | 'deliveryFailed'
  | 'duplicateAppended'
  | 'duplicateFound'
  | 'eligibleLeadersChanged'
  | 'fetchFailed'
  | 'idempotenceChanged'
  | 'inSyncChangeRefused'
  | 'leaderElected'
  | 'leaderHinted'
  | 'linkCut'
  | 'linkHealed'
  | 'logTruncated'
  | WireEvent['type']
  | 'messageLost'
  | 'partitionWentOffline'
  | 'positionReset'
  | 'produceRefused'
  | 'produceRetried'
  | 'readReplicaChosen'
  | 'readReplicaDropped'
  | 'truncationDetected';

const MESSAGE_TYPES = [
  'produceRequest',
  'fetchRequest',
  'metadataRequest',
  'alterPartitionResponse',
  'brokerHeartbeatRequest',
  'brokerRegistrationRequest',
  'metadataFetchResponse',
  'connectionClosed',
] as const;

type Samples = { readonly [Type in Rare]: readonly EventOf<Type>[] };

const partition: PartitionId = 'orders-0';
const producer = 'producer-1';
const told = { partition, recordIds: [4, 5], values: ['d', 'e'] } as const;
const refused = { type: 'produceRefused', broker: 1, producer, ...told, attempt: 1 } as const;
const counts = { inSyncCount: 1, minInsyncReplicas: 2 } as const;
const elected = { type: 'leaderElected', partition, leader: 2, from: 1, leaderEpoch: 3 } as const;
const offline = { type: 'partitionWentOffline', partition, from: 1, leaderEpoch: 3 } as const;
const nobody = { inSync: [], eligible: [], lastKnownLeaders: [], uncleanAllowed: false } as const;
const cut = { type: 'logTruncated', broker: 3, leader: 2, from: 6, to: 4, ...told } as const;
const failed = { type: 'deliveryFailed', producer, ...told } as const;
const fetch = { type: 'fetchFailed', broker: 3, leader: 1, partitions: [partition] } as const;
const reset = { type: 'positionReset', consumer: 'consumer-1', partition } as const;
const eligible = { type: 'eligibleLeadersChanged', partition, from: [2, 3] } as const;

const idempotence = { type: 'idempotenceChanged', producer } as const;
const hint = { type: 'leaderHinted', broker: 1, partition, leader: 2, leaderEpoch: 3 } as const;
const retried = { type: 'produceRetried', producer, ...told, attempts: 1 } as const;
const lost = { type: 'messageLost', flightId: 9, sentAt: 3, background: false } as const;
const onWire = { flightId: 9, from: 'broker-2', to: 'broker-1' } as const;
const link = { from: 'broker-1', to: 'broker-2', bothWays: true } as const;
const started = { type: 'reassignmentStarted', partition, from: [1, 2, 3] } as const;
const completed = { type: 'reassignmentCompleted', partition } as const;
const reader = { consumer: 'consumer-1', partition } as const;
const dropped = { type: 'readReplicaDropped', ...reader, replica: 3, failures: 0 } as const;
const gone = { type: 'consumerFailed', ...reader, at: 6 } as const;
const parted = { type: 'truncationDetected', ...reader, from: 6, offsetEpoch: 2 } as const;

const samples: Samples = {
  reassignmentStarted: [
    { ...started, to: [4, 2, 3], adding: [4], removing: [1] },
    { ...started, to: [1, 2], adding: [], removing: [3] },
    { ...started, to: [3, 2, 1], adding: [], removing: [] },
  ],
  reassignmentCompleted: [
    { ...completed, replicas: [4, 2, 3], removed: [1] },
    { ...completed, replicas: [1, 2, 3, 4], removed: [] },
  ],
  reassignmentCancelled: [{ type: 'reassignmentCancelled', partition, replicas: [2, 3, 1] }],
  replicaDeleted: [{ type: 'replicaDeleted', broker: 1, partition }],
  brokerAdded: [
    { type: 'brokerAdded', broker: 4, rack: null },
    { type: 'brokerAdded', broker: 4, rack: 'b' },
  ],
  brokerUnregistered: [{ type: 'brokerUnregistered', broker: 1 }],
  topicCreated: [
    { type: 'topicCreated', topic: 'payments', partitions: 1, replicationFactor: 1 },
    { type: 'topicCreated', topic: 'payments', partitions: 3, replicationFactor: 2 },
  ],
  clientAdded: [
    { type: 'clientAdded', client: 'producer-2', rack: null },
    { type: 'clientAdded', client: 'consumer-2', rack: 'a' },
  ],
  brokerPaused: [
    { type: 'brokerPaused', broker: 1, forMs: 3_000, leads: 0 },
    { type: 'brokerPaused', broker: 1, forMs: 9_000, leads: 1 },
    { type: 'brokerPaused', broker: 1, forMs: 20_000, leads: 2 },
  ],
  brokerResumed: [{ type: 'brokerResumed', broker: 1, waiting: 3 }],
  autoOffsetResetChanged: [
    { type: 'autoOffsetResetChanged', consumer: 'consumer-1', to: 'earliest' },
  ],
  consumerFailed: [
    { ...gone, exception: 'LogTruncationException' },
    { ...gone, exception: 'OffsetOutOfRangeException' },
    { ...gone, exception: 'NoOffsetForPartitionException', at: -1 },
  ],
  consumerRestarted: [
    { type: 'consumerRestarted', consumer: 'consumer-1', again: 0 },
    { type: 'consumerRestarted', consumer: 'consumer-1', again: 2 },
  ],
  readReplicaChosen: [
    {
      type: 'readReplicaChosen',
      ...reader,
      leader: 1,
      replica: 3,
      expiresAt: 300_000,
      failures: 0,
    },
  ],
  readReplicaDropped: [
    { ...dropped, because: 'expired' },
    { ...dropped, because: 'error' },
    { ...dropped, because: 'disconnected', failures: 1 },
    { ...dropped, because: 'outOfRange' },
    { ...dropped, because: 'leaderChanged' },
    { ...dropped, because: 'gone' },
  ],
  truncationDetected: [
    { ...parted, to: 4 },
    { ...parted, to: null },
  ],
  deliveryFailed: [
    { ...failed, error: 'TimeoutException', mayBeWritten: true },
    { ...failed, error: 'INVALID_PRODUCER_EPOCH', mayBeWritten: false },
  ],
  duplicateAppended: [
    { type: 'duplicateAppended', broker: 1, producer, baseOffset: 6, lastOffset: 7, ...told },
  ],
  duplicateFound: [{ type: 'duplicateFound', broker: 1, baseOffset: 4, lastOffset: 5, ...told }],
  eligibleLeadersChanged: [
    { ...eligible, to: [2, 3, 4], because: 'left' },
    { ...eligible, to: [3], because: 'uncleanRestart' },
    { ...eligible, to: [3], because: 'elected' },
    { ...eligible, to: [], because: 'minimumMet' },
    { ...eligible, to: [], because: 'minimumChanged' },
  ],
  fetchFailed: [
    { ...fetch, error: 'NETWORK_EXCEPTION' },
    { ...fetch, error: 'REQUEST_TIMED_OUT' },
    { ...fetch, error: 'FENCED_LEADER_EPOCH' },
    { ...fetch, error: 'OFFSET_OUT_OF_RANGE' },
    { ...fetch, error: 'NOT_LEADER_OR_FOLLOWER' },
  ],
  idempotenceChanged: [
    { ...idempotence, to: true, acks: 'all' },
    { ...idempotence, to: true, acks: 1 },
    { ...idempotence, to: false, acks: 'all' },
  ],
  inSyncChangeRefused: [
    { type: 'inSyncChangeRefused', broker: 1, partition, error: 'INELIGIBLE_REPLICA' },
    { type: 'inSyncChangeRefused', broker: 1, partition, error: 'FENCED_LEADER_EPOCH' },
  ],
  leaderElected: [
    { ...elected, inSync: [2, 3], by: 'inSync' },
    { ...elected, inSync: [2], by: 'eligible' },
    { ...elected, inSync: [2], by: 'lastKnownLeader' },
    { ...elected, inSync: [2, 3], by: 'preferred' },
    { ...elected, inSync: [2], by: 'unclean' },
  ],
  leaderHinted: [
    { ...hint, client: producer },
    { ...hint, client: 'consumer-1' },
  ],
  linkCut: [
    { type: 'linkCut', ...link },
    { type: 'linkCut', ...link, to: 'controller' },
    { type: 'linkCut', from: 'controller', to: 'broker-2', bothWays: false },
    { type: 'linkCut', ...link, from: 'producer-1' },
    { type: 'linkCut', ...link, from: 'producer-1', to: 'controller' },
  ],
  linkHealed: [
    { type: 'linkHealed', ...link },
    { type: 'linkHealed', from: 'controller', to: 'broker-2', bothWays: false },
  ],
  logTruncated: [
    { ...cut, epochs: [1], because: 'divergence' },
    { ...cut, epochs: [1, 2], because: 'divergence' },
    { ...cut, epochs: [1], because: 'outOfRange' },
    { ...cut, epochs: [1], because: 'noEpochs' },
  ],
  messageLost: MESSAGE_TYPES.flatMap((message) => [
    { ...lost, from: 'broker-2', to: 'broker-1', message, because: 'receiverDown' },
    { ...lost, from: 'broker-2', to: 'broker-1', message, because: 'machineOff' },
    { ...lost, from: 'producer-1', to: 'broker-1', message, because: 'linkCut' },
    { ...lost, from: 'broker-2', to: 'controller', message, because: 'dropped' },
  ]),
  messageHeld: MESSAGE_TYPES.map((message) => ({ type: 'messageHeld', ...onWire, message })),
  messageReleased: MESSAGE_TYPES.map((message) => ({
    type: 'messageReleased',
    ...onWire,
    message,
  })),
  messageDuplicated: MESSAGE_TYPES.map((message) => ({
    type: 'messageDuplicated',
    ...onWire,
    message,
  })),
  messageHastened: MESSAGE_TYPES.map((message) => ({
    type: 'messageHastened',
    ...onWire,
    message,
  })),
  partitionWentOffline: [
    { ...offline, ...nobody, inSync: [1] },
    { ...offline, ...nobody, eligible: [1, 2] },
    { ...offline, ...nobody, lastKnownLeaders: [1] },
    { ...offline, ...nobody, inSync: [1], uncleanAllowed: true },
  ],
  positionReset: [
    { ...reset, from: 6, to: 4, policy: 'latest' },
    { ...reset, from: 6, to: 0, policy: 'earliest' },
    { ...reset, from: -1, to: 7, policy: 'latest' },
    { ...reset, from: -1, to: 0, policy: 'earliest' },
  ],
  produceRefused: [
    { ...refused, ...counts, error: 'NOT_ENOUGH_REPLICAS', appended: false },
    { ...refused, ...counts, error: 'NOT_ENOUGH_REPLICAS_AFTER_APPEND', appended: true },
    { ...refused, ...counts, error: 'REQUEST_TIMED_OUT', appended: true },
    { ...refused, ...counts, error: 'NOT_LEADER_OR_FOLLOWER', appended: false },
    { ...refused, ...counts, error: 'OUT_OF_ORDER_SEQUENCE_NUMBER', appended: false },
    { ...refused, ...counts, error: 'INVALID_PRODUCER_EPOCH', appended: false },
    { ...refused, ...counts, error: 'KAFKA_STORAGE_ERROR', appended: false },
    { ...refused, ...counts, error: 'UNKNOWN_TOPIC_OR_PARTITION', appended: false },
  ],
  produceRetried: [
    { ...retried, error: 'REQUEST_TIMED_OUT', errorBefore: 'NONE' },
    { ...retried, error: 'NETWORK_EXCEPTION', errorBefore: 'NONE' },
    { ...retried, error: 'NOT_LEADER_OR_FOLLOWER', errorBefore: 'NETWORK_EXCEPTION' },
  ],
};

/** Events that few runs reach, in every kind that is told differently. */
export const rareEvents: readonly Event[] = [...Object.values(samples).flat(), ...failureSamples];

/** The rare events of one type. */
export function samplesOf<Type extends Rare>(type: Type): Samples[Type] {
  return samples[type];
}
