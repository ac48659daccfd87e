import type { Event } from '../../sim/event';
import type { PartitionId } from '../../sim/ids';

/** What colour a mark has: failure, a kept promise, a partition's own, or plain ink. */
export type MarkTone = 'failure' | 'kept' | 'partition' | 'plain';

/** How an event stands on the scrubber. */
export interface Mark {
  readonly text: string;
  /** The heavier one is shown where two fall together. */
  readonly weight: number;
  readonly tone: MarkTone;
  readonly partition: PartitionId | null;
}

/** The mark of an event, or null for what the scrubber does not show. */
export function markOf(event: Event): Mark | null {
  switch (event.type) {
    case 'recordProduced':
      return mark('produce', 3, 'partition', event.partition);
    case 'recordsAcknowledged':
      return mark('acknowledged', 4, 'kept', event.partition);
    case 'highWatermarkAdvanced':
      return mark(`HW ${event.to}`, 2, 'plain', event.partition);
    case 'leaderElected':
      return mark(`leader ${event.leader}`, 9, 'partition', event.partition);
    case 'inSyncReplicasChanged':
      return mark(`ISR ${event.to.join(',') || 'empty'}`, 7, 'plain', event.partition);
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
      return mark(`crash ${event.broker}`, 11, 'failure');
    case 'brokerFenced':
      return mark(`fenced ${event.broker}`, 10, 'failure');
    case 'partitionWentOffline':
      return mark('offline', 10, 'failure', event.partition);
    case 'promiseBroken':
      return mark('lost', 12, 'failure', event.partition);
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
    default:
      return null;
  }
}

function mark(
  text: string,
  weight: number,
  tone: MarkTone,
  partition: PartitionId | null = null,
): Mark {
  return { text, weight, tone, partition };
}
