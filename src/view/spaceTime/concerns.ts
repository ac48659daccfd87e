import type { Event } from '../../sim/event';
import type { PartitionId } from '../../sim/ids';
import type { Message } from '../../sim/message';

/** Whether a message is about a partition. Those about the cluster are about each of them. */
export function isAbout(message: Message, partition: PartitionId): boolean {
  if ('session' in message && message.partitions.length === 0)
    return message.session.includes(partition);
  if ('partition' in message) return message.partition === partition;
  if ('partitions' in message)
    return message.partitions.some((each) => each.partition === partition);
  return true;
}

/** Whether an event is about a partition, or about more than one. */
export function isEventAbout(event: Event, partition: PartitionId): boolean {
  return !('partition' in event) || event.partition === partition;
}

/** Whether a message carries a record of the run: as it is produced, or as it is copied. */
export function carries(message: Message, recordId: number): boolean {
  if (message.type === 'produceRequest') return message.records.some(({ id }) => id === recordId);
  if (message.type !== 'fetchResponse') return false;
  return message.partitions.some(({ records }) => records.some(({ id }) => id === recordId));
}
