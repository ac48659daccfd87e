import type { BrokerEvent, ControllerEvent, SettingEvent } from './decisionEvent';
import type { AdministrationEvent } from './event/administration';
import type { ClientEvent } from './event/client';
import type { FailureEvent } from './event/failure';
import type { NetworkEvent } from './event/network';
import type { WireEvent } from './event/wire';
import type { Event, InSyncEvent, MessageLost } from './event';
import * as broker from './explain/brokerEvents';
import * as consumer from './explain/consumerEvents';
import * as controller from './explain/controllerEvents';
import * as administration from './explain/administrationEvents';
import * as client from './explain/clientEvents';
import { explainLogDirectory, explainOfflineDirectories } from './explain/directoryEvents';
import * as failure from './explain/failureEvents';
import { explainNetwork } from './explain/networkEvents';
import { explainPaused, explainResumed } from './explain/pauseEvents';
import { explainLost, explainWire } from './explain/wireEvents';
import type { Explanation } from './explain/explanation';
import * as produce from './explain/produceEvents';
import * as replication from './explain/replicationEvents';

/** The one source of every sentence that people are shown about an event. */
export function explain(event: Event): Explanation {
  switch (event.type) {
    case 'recordProduced':
      return produce.explainProduced(event);
    case 'recordsAppended':
      return produce.explainAppended(event);
    case 'duplicateFound':
      return produce.explainDuplicate(event);
    case 'produceRefused':
      return produce.explainRefused(event);
    case 'recordsAcknowledged':
      return produce.explainAcknowledged(event);
    case 'produceRetried':
      return produce.explainRetried(event);
    case 'deliveryFailed':
      return produce.explainFailed(event);
    case 'metadataRefreshed':
      return produce.explainMetadata(event);
    case 'recordsConsumed':
      return produce.explainConsumed(event);
    case 'positionReset':
      return consumer.explainReset(event);
    case 'recordsReplicated':
      return replication.explainReplicated(event);
    case 'followerCounted':
      return replication.explainCounted(event);
    case 'highWatermarkAdvanced':
      return replication.explainHighWatermark(event);
    case 'followerHighWatermarkMoved':
      return replication.explainFollowerHighWatermark(event);
    case 'logTruncated':
      return replication.explainTruncated(event);
    case 'fetchFailed':
      return replication.explainFetchFailed(event);
    case 'promiseBroken':
      return produce.explainBrokenPromise(event);
    default:
      return explainDecision(event);
  }
}

function explainDecision(
  event:
    | InSyncEvent
    | ControllerEvent
    | BrokerEvent
    | SettingEvent
    | MessageLost
    | WireEvent
    | FailureEvent
    | NetworkEvent
    | AdministrationEvent
    | ClientEvent,
): Explanation {
  switch (event.type) {
    case 'inSyncChangeProposed':
      return controller.explainProposed(event);
    case 'inSyncChangeRefused':
      return controller.explainProposalRefused(event);
    case 'inSyncReplicasChanged':
      return controller.explainInSync(event);
    case 'eligibleLeadersChanged':
      return controller.explainEligible(event);
    case 'leaderElected':
      return controller.explainElected(event);
    case 'partitionWentOffline':
      return controller.explainOffline(event);
    case 'brokerFenced':
      return controller.explainFenced(event);
    case 'brokerUnfenced':
      return controller.explainUnfenced(event);
    case 'brokerRegistered':
      return controller.explainRegistered(event);
    case 'registrationRefused':
      return controller.explainRegistrationRefused(event);
    default:
      return explainBroker(event);
  }
}

function explainBroker(
  event:
    | BrokerEvent
    | SettingEvent
    | MessageLost
    | WireEvent
    | FailureEvent
    | NetworkEvent
    | AdministrationEvent
    | ClientEvent,
): Explanation {
  switch (event.type) {
    case 'brokerCrashed':
      return broker.explainCrashed(event);
    case 'brokerStarted':
      return broker.explainStarted(event);
    case 'metadataApplied':
      return broker.explainMetadataApplied(event);
    case 'becameLeader':
      return broker.explainBecameLeader(event);
    case 'becameFollower':
      return broker.explainBecameFollower(event);
    case 'minInsyncReplicasChanged':
      return broker.explainMinimum(event);
    case 'uncleanLeaderElectionChanged':
      return broker.explainUnclean(event);
    case 'acksChanged':
      return broker.explainAcks(event);
    case 'loadStarted':
    case 'loadStopped':
      return broker.explainLoad(event);
    case 'messageLost':
      return explainLost(event);
    default:
      return explainMore(event);
  }
}

function explainMore(
  event: FailureEvent | NetworkEvent | WireEvent | AdministrationEvent | ClientEvent,
): Explanation {
  switch (event.type) {
    case 'powerLost':
      return failure.explainPower(event);
    case 'unflushedRecordsLost':
      return failure.explainUnflushed(event);
    case 'instanceLost':
      return failure.explainInstance(event);
    case 'disksReplaced':
      return failure.explainReplaced(event);
    case 'diskSlowed':
      return failure.explainSlowed(event);
    case 'logDirectoryFailed':
      return explainLogDirectory(event);
    case 'logDirectoriesOffline':
      return explainOfflineDirectories(event);
    case 'shutdownBegan':
      return failure.explainShutdown(event);
    case 'controlledShutdownEntered':
      return failure.explainControlled(event);
    case 'brokerStopped':
      return failure.explainStopped(event);
    case 'brokerPaused':
      return explainPaused(event);
    case 'brokerResumed':
      return explainResumed(event);
    case 'linkCut':
    case 'linkHealed':
      return explainNetwork(event);
    case 'messageHeld':
    case 'messageReleased':
    case 'messageDuplicated':
    case 'messageHastened':
      return explainWire(event);
    default:
      return explainPeople(event);
  }
}

function explainPeople(event: AdministrationEvent | ClientEvent): Explanation {
  switch (event.type) {
    case 'reassignmentStarted':
      return administration.explainStarted(event);
    case 'reassignmentCompleted':
      return administration.explainCompleted(event);
    case 'reassignmentCancelled':
      return administration.explainCancelled(event);
    case 'replicaDeleted':
      return administration.explainDeleted(event);
    case 'brokerAdded':
      return administration.explainAdded(event);
    case 'brokerUnregistered':
      return administration.explainUnregistered(event);
    case 'topicCreated':
      return administration.explainTopic(event);
    case 'clientAdded':
      return administration.explainClientAdded(event);
    case 'duplicateAppended':
      return client.explainDuplicateAppended(event);
    case 'idempotenceChanged':
      return client.explainIdempotence(event);
    case 'leaderHinted':
      return client.explainHint(event);
    case 'readReplicaChosen':
      return consumer.explainReplicaChosen(event);
    case 'readReplicaDropped':
      return consumer.explainReplicaDropped(event);
    case 'truncationDetected':
      return consumer.explainTruncation(event);
    case 'consumerFailed':
      return consumer.explainConsumerFailed(event);
    case 'offsetsCommitted':
      return consumer.explainCommitted(event);
    case 'consumerRestarted':
      return consumer.explainRestarted(event);
    case 'autoOffsetResetChanged':
      return consumer.explainResetPolicy(event);
    default:
      return event satisfies never;
  }
}
