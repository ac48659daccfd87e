import { brokerOf } from '../../../sim/ids';
import type { Flight, Message } from '../../../sim/message';

interface Sent extends Pick<Flight, 'from' | 'to'> {
  readonly message: Pick<Message, 'type'>;
}

/** Requests keep to one side of a gutter, answers to the other, pairs of nodes a little apart. */
export function laneOf({ from, to, message }: Sent): number {
  const isAnswer = /Response$|^connectionClosed$/.test(message.type);
  const asker = isAnswer ? to : from;
  const asked = isAnswer ? from : to;
  const step = (((brokerOf(asker) ?? 0) * 2 + (brokerOf(asked) ?? 0)) % 3) - 1;
  const far = 0.62 + 0.26 * step;
  return isAnswer ? far : -far;
}
