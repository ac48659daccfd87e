import type { Event } from '../event';
import type { InSyncChange } from './agreedProposals';
import { brokerLines } from './logLines/broker';
import { controllerLines } from './logLines/controller';
import { info, partitionLogger } from './logLines/line';
import type { LogLine } from './logLines/line';

/**
 * What the processes concerned would write to their logs about an event, at INFO and above, in the
 * words of Kafka's source; none for most events. An ellipsis stands for what is not modelled, or
 * what the event does not tell.
 */
export function logLines(event: Event): readonly LogLine[] {
  return [...controllerLines(event), ...brokerLines(event)];
}

/**
 * What a leader logs when it hears that the controller has agreed to its proposal. There are two
 * blanks where the set is large enough (Partition.handleAlterPartitionUpdate).
 */
export function agreedLine(change: InSyncChange): LogLine {
  const { partition, leader, to, effectiveMinInSync, partitionEpoch } = change;
  const isUnder = to.length < effectiveMinInSync ? '(under-min-isr)' : '';
  return {
    ...info(
      `broker ${leader}`,
      `[Partition ${partition} broker=${leader}] ISR updated to ${to.join(',')} ${isUnder} ` +
        `and version updated to ${partitionEpoch}`,
      partitionLogger,
    ),
    isLater: true,
  };
}
