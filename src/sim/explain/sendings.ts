import { KAFKA } from '../config';
import type { Flight, ProduceRequest } from '../message';
import type { Explanation } from './explanation';
import { nodeName, sentence } from './words';

/** What the wire shows of a record and no event tells. */
export type SendingMoment = 'sent' | 'received' | 'waits';

/** A request with records sets out, arrives, or waits to be read. */
export function explainSending(
  moment: SendingMoment,
  { from, to }: Pick<Flight, 'from' | 'to'>,
  { acks, attempt }: Pick<ProduceRequest, 'acks' | 'attempt'>,
): Explanation {
  switch (moment) {
    case 'sent':
      return {
        what: `${sentence(nodeName(from))} sent it to ${nodeName(to)}${times(attempt)}.`,
        why: 'A producer sends to the leader that it knows of; it may have another by now.',
        rule: `linger.ms = ${KAFKA.lingerMs}, acks = ${acks}`,
        where: 'Sender.sendProducerData, Sender.sendProduceRequest',
      };
    case 'received':
      return {
        what: `It reached ${nodeName(to)}${times(attempt)}.`,
        why: 'Whether it is written depends on who leads, on acks, and on who is in sync.',
        rule: `acks = ${acks}, min.insync.replicas`,
        where: 'KafkaApis.handleProduceRequest, ReplicaManager.appendRecords',
      };
    case 'waits':
      return {
        what: `It reached the machine of ${nodeName(to)}, whose process stands still.`,
        why: 'The machine takes it; the process reads it when it goes on.',
        rule: `request.timeout.ms = ${KAFKA.requestTimeoutMs}: so long the producer waits`,
        where: 'SocketServer: it lies in a buffer of the operating system',
      };
    default:
      return moment satisfies never;
  }
}

function times(attempt: number): string {
  return attempt > 1 ? `, attempt ${attempt}` : '';
}
