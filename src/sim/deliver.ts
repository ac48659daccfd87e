import { deliverToBroker } from './broker/broker';
import type { BrokerState } from './broker/state';
import { deliverToConsumer } from './client/consumer';
import { deliverToProducer } from './client/producer';
import { deliverToController } from './controller/controller';
import { brokerTurn, consumerTurn, isConsumer, isProducer, producerTurn } from './draft';
import type { Draft } from './draft';
import { brokerOf } from './ids';
import type { BrokerId } from './ids';
import { isRequest } from './message';
import type { Flight } from './message';

/** Hands a message to its receiver, or lets it die where nobody listens. */
export function deliver(draft: Draft, flight: Flight): void {
  const { to } = flight;
  const broker = brokerOf(to);
  if (broker !== null) deliverOrRefuse(draft, broker, flight);
  else if (to === 'controller') deliverToController(draft.controller, flight);
  else if (isProducer(to)) deliverToProducer(producerTurn(draft, to), flight);
  else if (isConsumer(to)) deliverToConsumer(consumerTurn(draft, to), flight);
}

function deliverOrRefuse(draft: Draft, id: BrokerId, flight: Flight): void {
  const turn = brokerTurn(draft, id);
  if (listensTo(turn.broker, flight)) {
    deliverToBroker(turn, flight);
    return;
  }
  const { id: flightId, from, to, sentAt, background, message } = flight;
  draft.wire.events.push({
    type: 'messageLost',
    flightId,
    from,
    to,
    sentAt,
    background,
    message: message.type,
    because: 'receiverDown',
  });
  if (!isRequest(message)) return;
  // The machine is up and nobody listens at the port: it says so at once.
  const correlationId = 'correlationId' in message ? message.correlationId : 0;
  draft.wire.outbox.push({
    from: to,
    to: from,
    background: true,
    message: {
      type: 'connectionClosed',
      request: message.type,
      correlationId,
      closedBy: 'server',
    },
  });
}

// A starting broker talks to the controller only; its port for the others opens with the unfencing.
function listensTo({ lifecycle }: BrokerState, { from }: Flight): boolean {
  if (lifecycle === 'NOT_RUNNING') return false;
  return lifecycle === 'RUNNING' || from === 'controller';
}
