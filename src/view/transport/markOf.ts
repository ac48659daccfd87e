import type { Event } from '../../sim/event';
import type { PartitionId } from '../../sim/ids';
import type { EventKind } from '../../store/leafing';

/** What colour a mark has: failure, a kept promise, a partition's own, or plain ink. */
export type MarkTone = 'failure' | 'kept' | 'partition' | 'plain';

/** How an event stands on the scrubber. */
export interface Mark {
  readonly text: string;
  /** The heavier one is shown where two fall together. */
  readonly weight: number;
  readonly tone: MarkTone;
  readonly partition: PartitionId | null;
  /** What one can leaf by; null for what is only shown. */
  readonly kind: EventKind | null;
}

/** The mark of an event, or null for what the scrubber does not show. */
export function markOf(event: Event): Mark | null {
  switch (event.type) {
    case 'recordProduced':
      return mark('produce', 3, 'partition', event.partition);
    case 'recordsAcknowledged':
      return mark('acknowledged', 4, 'kept', event.partition, 'acknowledged');
    case 'highWatermarkAdvanced':
      return mark(`HW ${event.to}`, 2, 'plain', event.partition);
    case 'leaderElected':
      return event.by === 'unclean' || event.by === 'lastKnownLeader'
        ? mark(`unclean ${event.leader}`, 13, 'failure', event.partition, 'election')
        : mark(`leader ${event.leader}`, 12, 'partition', event.partition, 'election');
    case 'inSyncReplicasChanged':
      return mark(
        `ISR ${event.to.join(',') || 'empty'}`,
        8,
        'plain',
        event.partition,
        'inSyncChange',
      );
    case 'minInsyncReplicasChanged':
      return mark(`min.insync ${event.to}`, 6, 'plain');
    case 'uncleanLeaderElectionChanged':
      return mark(event.to ? 'unclean on' : 'unclean off', 6, 'plain');
    case 'acksChanged':
      return mark(`acks=${event.to}`, 6, 'plain');
    case 'loadStarted':
      return mark('load on', 5, 'plain');
    case 'loadStopped':
      return mark('load off', 5, 'plain');
    default:
      return troubleOf(event);
  }
}

/** Marks of what breaks and of what comes back. */
function troubleOf(event: Event): Mark | null {
  switch (event.type) {
    case 'brokerCrashed':
      return mark(`crash ${event.broker}`, 14, 'failure', null, 'crash');
    case 'brokerFenced':
      return mark(`fenced ${event.broker}`, 10, 'failure');
    case 'partitionWentOffline':
      return mark('offline', 10, 'failure', event.partition);
    case 'promiseBroken':
      return mark('lost', 15, 'failure', event.partition, 'brokenPromise');
    case 'logTruncated':
      return mark('truncated', 9, 'failure', event.partition);
    case 'deliveryFailed':
      return mark('failed', 8, 'failure', event.partition);
    case 'produceRefused':
      return mark('refused', 5, 'failure', event.partition);
    case 'brokerStarted':
      return mark(`start ${event.broker}`, 9, 'plain');
    case 'brokerUnfenced':
      return mark(`unfenced ${event.broker}`, 6, 'plain');
    case 'consumerFailed':
      return mark('consumer stopped', 8, 'failure', event.partition);
    case 'duplicateAppended':
      return mark('duplicate', 15, 'failure', event.partition, 'brokenPromise');
    case 'linkCut':
      return mark('cut', 10, 'failure');
    case 'linkHealed':
      return mark('healed', 7, 'plain');
    case 'messageLost':
      return event.because === 'dropped' ? mark('dropped', 9, 'failure') : null;
    case 'messageHeld':
      return mark('held', 8, 'plain');
    default:
      return machineMarkOf(event) ?? administrationMarkOf(event);
  }
}

/** Marks of what befalls machines, processes and disks. */
function machineMarkOf(event: Event): Mark | null {
  switch (event.type) {
    case 'powerLost':
      return mark(`power ${event.broker}`, 14, 'failure', null, 'crash');
    case 'instanceLost':
      return mark(`gone ${event.broker}`, 14, 'failure', null, 'crash');
    case 'disksReplaced':
      return mark(`new disks ${event.broker}`, 10, 'failure');
    case 'logDirectoryFailed':
      return mark(`disk ${event.broker}`, 11, 'failure');
    case 'unflushedRecordsLost':
      return mark('unflushed', 10, 'failure', event.partition);
    case 'brokerPaused':
      return mark(`pause ${event.broker}`, 9, 'failure');
    case 'brokerResumed':
      return mark(`resume ${event.broker}`, 7, 'plain');
    case 'diskSlowed':
      return mark(
        event.msPerRecord > 0 ? `slow ${event.broker}` : `fast ${event.broker}`,
        7,
        'plain',
      );
    case 'shutdownBegan':
      return mark(`stop ${event.broker}`, 9, 'plain');
    case 'brokerStopped':
      return mark(`stopped ${event.broker}`, 7, 'plain');
    default:
      return null;
  }
}

/** Marks of what an administrator does. */
function administrationMarkOf(event: Event): Mark | null {
  switch (event.type) {
    case 'reassignmentStarted':
      return mark('reassign', 8, 'partition', event.partition);
    case 'reassignmentCompleted':
      return mark('reassigned', 8, 'partition', event.partition);
    case 'reassignmentCancelled':
      return mark('cancelled', 7, 'plain', event.partition);
    case 'brokerAdded':
      return mark(`broker ${event.broker}`, 9, 'plain');
    case 'brokerUnregistered':
      return mark(`unregistered ${event.broker}`, 8, 'plain');
    case 'topicCreated':
      return mark(`topic ${event.topic}`, 8, 'plain');
    case 'clientAdded':
      return mark(event.client, 6, 'plain');
    case 'consumerRestarted':
      return mark('restart', 6, 'plain');
    case 'readReplicaChosen':
      return mark(`reads ${event.replica}`, 4, 'plain', event.partition);
    case 'idempotenceChanged':
      return mark(event.to ? 'idempotence on' : 'idempotence off', 6, 'plain');
    default:
      return null;
  }
}

function mark(
  text: string,
  weight: number,
  tone: MarkTone,
  partition: PartitionId | null = null,
  kind: EventKind | null = null,
): Mark {
  return { text, weight, tone, partition, kind };
}
