import type { Event } from './event';
import { brokerOf } from './ids';
import type { BrokerId, PartitionId } from './ids';

/** Groups of events that people look for. */
export type EventKind =
  'failures' | 'leadership' | 'records' | 'consumers' | 'network' | 'settings';

const KINDS: { readonly [Type in Event['type']]: EventKind } = {
  recordProduced: 'records',
  recordsAppended: 'records',
  duplicateFound: 'records',
  duplicateAppended: 'records',
  produceRefused: 'records',
  recordsAcknowledged: 'records',
  produceRetried: 'records',
  deliveryFailed: 'records',
  recordsReplicated: 'records',
  followerCounted: 'records',
  highWatermarkAdvanced: 'records',
  followerHighWatermarkMoved: 'records',
  logTruncated: 'records',
  promiseBroken: 'records',
  recordsConsumed: 'consumers',
  positionReset: 'consumers',
  readReplicaChosen: 'consumers',
  readReplicaDropped: 'consumers',
  truncationDetected: 'consumers',
  consumerFailed: 'consumers',
  offsetsCommitted: 'consumers',
  consumerRestarted: 'consumers',
  inSyncChangeProposed: 'leadership',
  inSyncChangeRefused: 'leadership',
  inSyncReplicasChanged: 'leadership',
  eligibleLeadersChanged: 'leadership',
  leaderElected: 'leadership',
  partitionWentOffline: 'leadership',
  becameLeader: 'leadership',
  becameFollower: 'leadership',
  brokerFenced: 'failures',
  brokerUnfenced: 'failures',
  brokerRegistered: 'failures',
  registrationRefused: 'failures',
  brokerCrashed: 'failures',
  brokerStarted: 'failures',
  powerLost: 'failures',
  unflushedRecordsLost: 'failures',
  instanceLost: 'failures',
  disksReplaced: 'failures',
  brokerPaused: 'failures',
  brokerResumed: 'failures',
  diskSlowed: 'failures',
  logDirectoryFailed: 'failures',
  logDirectoriesOffline: 'failures',
  shutdownBegan: 'failures',
  controlledShutdownEntered: 'failures',
  brokerStopped: 'failures',
  linkCut: 'network',
  linkHealed: 'network',
  messageHeld: 'network',
  messageReleased: 'network',
  messageDuplicated: 'network',
  messageHastened: 'network',
  messageLost: 'network',
  fetchFailed: 'network',
  metadataRefreshed: 'network',
  metadataApplied: 'network',
  leaderHinted: 'network',
  minInsyncReplicasChanged: 'settings',
  uncleanLeaderElectionChanged: 'settings',
  acksChanged: 'settings',
  idempotenceChanged: 'settings',
  autoOffsetResetChanged: 'settings',
  loadStarted: 'settings',
  loadStopped: 'settings',
  reassignmentStarted: 'settings',
  reassignmentCompleted: 'settings',
  reassignmentCancelled: 'settings',
  replicaDeleted: 'settings',
  brokerAdded: 'settings',
  brokerUnregistered: 'settings',
  topicCreated: 'settings',
  clientAdded: 'settings',
};

/** The group that an event belongs to. */
export function kindOf(event: Event): EventKind {
  return KINDS[event.type];
}

/** Whether an event is about a partition: that one alone, or that one among others. */
export function concernsPartition(event: Event, partition: PartitionId): boolean {
  if ('partition' in event) return event.partition === partition;
  switch (event.type) {
    case 'metadataRefreshed':
      return event.changed.some((change) => change.partition === partition);
    case 'controlledShutdownEntered':
      return event.stuck.includes(partition);
    case 'minInsyncReplicasChanged':
    case 'uncleanLeaderElectionChanged':
    case 'topicCreated':
      return partition.startsWith(`${event.topic}-`);
    default:
      return 'partitions' in event && event.partitions.includes(partition);
  }
}

/**
 * Whether an event is about a broker: what it did, what befell it, or that it came or went. Whose
 * copies merely count for something is not meant, or every event would be about every broker.
 */
export function concernsBroker(event: Event, broker: BrokerId): boolean {
  return brokersOf(event).includes(broker);
}

function brokersOf(event: Event): readonly (BrokerId | null)[] {
  switch (event.type) {
    case 'inSyncReplicasChanged':
      return [event.leader, ...difference(event.from, event.to)];
    case 'eligibleLeadersChanged':
      return difference(event.from, event.to);
    case 'inSyncChangeProposed':
      return [event.broker, ...event.replicas];
    case 'leaderElected':
      return [event.leader, event.from];
    case 'partitionWentOffline':
      return [event.from];
    case 'reassignmentStarted':
      return [...event.adding, ...event.removing];
    case 'reassignmentCompleted':
      return [...event.removed, ...event.replicas];
    case 'reassignmentCancelled':
      return event.replicas;
    case 'linkCut':
    case 'linkHealed':
    case 'messageHeld':
    case 'messageReleased':
    case 'messageDuplicated':
    case 'messageHastened':
    case 'messageLost':
      return [brokerOf(event.from), brokerOf(event.to)];
    case 'recordProduced':
    case 'produceRetried':
    case 'deliveryFailed':
    case 'positionReset':
    case 'truncationDetected':
    case 'consumerFailed':
    case 'offsetsCommitted':
    case 'consumerRestarted':
    case 'minInsyncReplicasChanged':
    case 'uncleanLeaderElectionChanged':
    case 'acksChanged':
    case 'idempotenceChanged':
    case 'autoOffsetResetChanged':
    case 'loadStarted':
    case 'loadStopped':
    case 'topicCreated':
    case 'clientAdded':
      return [];
    default:
      return named(event);
  }
}

/** Fields that name one broker; an event without any of them is no argument of this type. */
function named(event: {
  readonly broker?: BrokerId;
  readonly leader?: BrokerId;
  readonly follower?: BrokerId;
  readonly replica?: BrokerId;
}): readonly (BrokerId | null)[] {
  const { broker, leader, follower, replica } = event;
  return [broker ?? null, leader ?? null, follower ?? null, replica ?? null];
}

function difference(one: readonly BrokerId[], other: readonly BrokerId[]): readonly BrokerId[] {
  return [...one.filter((id) => !other.includes(id)), ...other.filter((id) => !one.includes(id))];
}
