import { awaitMetadataAnew } from './broker/lifecycle';
import { receive } from './broker/receive';
import { deliverToConsumer } from './client/consumer';
import { deliverToProducer } from './client/producer';
import { deliverToController } from './controller/controller';
import { brokerTurn, consumerTurn, isConsumer, isProducer, producerTurn } from './draft';
import type { Draft } from './draft';
import { brokerOf } from './ids';
import type { Flight } from './message';
import { isCut, loseMessage } from './network';

/** Hands a message to its receiver, or lets it die where its way is cut or nobody listens. */
export function deliver(draft: Draft, flight: Flight): void {
  if (isCut(draft.network, flight)) {
    loseMessage(draft.wire, flight, 'linkCut');
    missMetadata(draft, flight);
    return;
  }
  const { to } = flight;
  const broker = brokerOf(to);
  if (broker !== null) receive(brokerTurn(draft, broker), flight);
  else if (to === 'controller') deliverToController(draft.controller, flight);
  else if (isProducer(to)) deliverToProducer(producerTurn(draft, to), flight);
  else if (isConsumer(to)) deliverToConsumer(consumerTurn(draft, to), flight);
}

/**
 * A broker's fetch of metadata waits without a limit as long as all goes well, to save idle
 * messages (M2). That one has failed it finds out as it would by its request timeout.
 */
export function missMetadata(draft: Draft, { from, to, message }: Flight): void {
  const isFetch = message.type === 'metadataFetchRequest';
  if (!isFetch && message.type !== 'metadataFetchResponse') return;
  const broker = brokerOf(isFetch ? from : to);
  if (broker !== null) awaitMetadataAnew(brokerTurn(draft, broker));
}
