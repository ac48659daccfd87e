import type { Event } from './event';

/** How much an event matters to somebody who watches. */
export type Weight = 'told' | 'detail' | 'background';

const WEIGHTS: { readonly [Type in Event['type']]: Weight } = {
  recordProduced: 'told',
  recordsAppended: 'told',
  duplicateFound: 'told',
  produceRefused: 'told',
  recordsAcknowledged: 'told',
  produceRetried: 'told',
  deliveryFailed: 'told',
  metadataRefreshed: 'detail',
  recordsConsumed: 'told',
  positionReset: 'told',
  recordsReplicated: 'told',
  followerCounted: 'detail',
  highWatermarkAdvanced: 'told',
  followerHighWatermarkMoved: 'detail',
  logTruncated: 'told',
  fetchFailed: 'detail',
  inSyncChangeProposed: 'told',
  inSyncChangeRefused: 'told',
  inSyncReplicasChanged: 'told',
  eligibleLeadersChanged: 'told',
  leaderElected: 'told',
  partitionWentOffline: 'told',
  brokerFenced: 'told',
  brokerUnfenced: 'told',
  brokerRegistered: 'told',
  registrationRefused: 'told',
  brokerCrashed: 'told',
  brokerStarted: 'told',
  metadataApplied: 'background',
  becameLeader: 'told',
  becameFollower: 'detail',
  minInsyncReplicasChanged: 'told',
  uncleanLeaderElectionChanged: 'told',
  acksChanged: 'told',
  loadStarted: 'told',
  loadStopped: 'told',
  powerLost: 'told',
  unflushedRecordsLost: 'told',
  instanceLost: 'told',
  disksReplaced: 'told',
  brokerPaused: 'told',
  brokerResumed: 'told',
  diskSlowed: 'told',
  logDirectoryFailed: 'told',
  logDirectoriesOffline: 'told',
  shutdownBegan: 'told',
  controlledShutdownEntered: 'told',
  brokerStopped: 'told',
  linkCut: 'told',
  linkHealed: 'told',
  messageHeld: 'told',
  messageReleased: 'told',
  messageDuplicated: 'told',
  messageHastened: 'told',
  reassignmentStarted: 'told',
  reassignmentCompleted: 'told',
  reassignmentCancelled: 'told',
  replicaDeleted: 'detail',
  brokerAdded: 'told',
  brokerUnregistered: 'told',
  topicCreated: 'told',
  clientAdded: 'told',
  duplicateAppended: 'told',
  idempotenceChanged: 'told',
  leaderHinted: 'detail',
  readReplicaChosen: 'told',
  readReplicaDropped: 'told',
  truncationDetected: 'told',
  consumerFailed: 'told',
  offsetsCommitted: 'background',
  consumerRestarted: 'told',
  autoOffsetResetChanged: 'told',
  messageLost: 'background',
  promiseBroken: 'told',
};

/** Told: a step stops there. Detail: listed on request. Background: routine. */
export function weightOf(event: Event): Weight {
  // What is tried again and again is told ever more seldom, unless something else comes of it.
  if (event.type === 'produceRetried') {
    const isNew = event.error !== event.errorBefore;
    return isNew || isPowerOfTwo(event.attempts) ? 'told' : 'detail';
  }
  if (event.type === 'produceRefused' && !isPowerOfTwo(event.attempt)) return 'detail';
  if (event.type === 'registrationRefused' && event.attempt > 1) return 'detail';
  if (event.type === 'messageLost' && event.because === 'dropped') return 'told';
  // Whose machine says at once that nobody listens is missed by nobody; silence is worth a line.
  if (event.type === 'messageLost' && event.because !== 'receiverDown') {
    return event.background ? 'background' : 'detail';
  }
  // A replica that has died is named again and again until it is fenced; a start is no reset.
  if (event.type === 'readReplicaChosen' && event.failures > 0) return 'detail';
  if (event.type === 'readReplicaDropped' && event.failures > 1) return 'detail';
  if (event.type === 'positionReset' && event.from === -1) return 'detail';
  return WEIGHTS[event.type];
}

function isPowerOfTwo(count: number): boolean {
  return (count & (count - 1)) === 0;
}
