import { changeAutoOffsetReset, restartConsumer } from '../client/consumerRestart';
import { newProducer } from '../client/newProducer';
import { produce } from '../client/producer';
import type { ProducerTopic } from '../client/producer';
import { changeAcks, changeIdempotence, setLoad } from '../client/producerSettings';
import type { AddProducer, ClientCommand } from '../command/client';
import { consumerTurn, openProducerTurn, producerTurn } from '../draft';
import type { Draft } from '../draft';
import { brokerIdsIn, partitionIdsIn, producerId, topicOf } from '../ids';
import { addConsumer } from './addConsumer';

/** Does what a person asks of a producer or a consumer. */
export function obeyClient(draft: Draft, command: ClientCommand): void {
  switch (command.type) {
    case 'produce': {
      const topic = topicFor(draft, command.topic ?? draft.base.settings.topic);
      return produce(producerTurn(draft, command.producer), topic, command);
    }
    case 'changeAcks':
      return changeAcks(producerTurn(draft, command.producer), command.acks);
    case 'changeIdempotence':
      return changeIdempotence(producerTurn(draft, command.producer), command.value);
    case 'startLoad':
      return setLoad(producerTurn(draft, command.producer), command.recordsPerSecond);
    case 'stopLoad':
      return setLoad(producerTurn(draft, command.producer), null);
    case 'addConsumer':
      return addConsumer(draft, command.rack);
    case 'restartConsumer':
      return restartConsumer(consumerTurn(draft, command.consumer));
    case 'changeAutoOffsetReset':
      return changeAutoOffsetReset(consumerTurn(draft, command.consumer), command.value);
    case 'addProducer':
      return addProducer(draft, command);
    default:
      return command satisfies never;
  }
}

// A producer that sends to a topic has asked for it; how many partitions it has never changes here.
function topicFor(draft: Draft, name: string): ProducerTopic {
  const ids = partitionIdsIn(draft.base.controller.image.partitions);
  return { name, partitions: ids.filter((id) => topicOf(id) === name).length };
}

function addProducer(draft: Draft, { rack }: AddProducer): void {
  const { base, wire } = draft;
  let n = 1;
  while (base.producers[producerId(n)] !== undefined || draft.producers.has(producerId(n))) n++;
  const id = producerId(n);
  const bootstrap = brokerIdsIn(base.brokers);
  const takeProducerId = (): number => draft.nextProducerId++;
  const client = { id, rack, bootstrap, now: wire.now };
  openProducerTurn(draft, newProducer(base.settings, client, takeProducerId));
  if (rack !== null) {
    draft.network = { ...draft.network, racks: { ...draft.network.racks, [id]: rack } };
  }
  wire.events.push({ type: 'clientAdded', client: id, rack });
}
