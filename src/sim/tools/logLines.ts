import type { Event } from '../event';
import type { AgreedProposal } from './agreedProposals';
import { brokerLines } from './logLines/broker';
import { controllerLines } from './logLines/controller';
import { info, partitionLogger } from './logLines/line';
import type { LogLine } from './logLines/line';

/**
 * What the processes concerned would write to their logs about an event, at INFO and above, in the
 * words of Kafka's source; none for most events. An ellipsis stands for what is not modelled, or
 * what the event does not tell. A change of an in-sync set to which the controller agreed is logged
 * by the leader, when the answer reaches it.
 */
export function logLines(event: Event, agreed: AgreedProposal | null): readonly LogLine[] {
  const lines = [...controllerLines(event), ...brokerLines(event)];
  return agreed === null ? lines : [...lines, agreedLine(agreed)];
}

// Partition.handleAlterPartitionUpdate; there are two blanks where the set is large enough.
function agreedLine({ change }: AgreedProposal): LogLine {
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
