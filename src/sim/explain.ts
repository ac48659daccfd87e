import type { BrokerEvent, ControllerEvent, SettingEvent } from './decisionEvent';
import type { Event, InSyncEvent, MessageLost } from './event';
import * as broker from './explain/brokerEvents';
import * as controller from './explain/controllerEvents';
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
      return produce.explainReset(event);
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
  event: InSyncEvent | ControllerEvent | BrokerEvent | SettingEvent | MessageLost,
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

function explainBroker(event: BrokerEvent | SettingEvent | MessageLost): Explanation {
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
      return broker.explainLost(event);
    default:
      return event satisfies never;
  }
}
