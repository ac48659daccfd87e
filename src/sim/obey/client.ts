import { produce } from '../client/producer';
import { changeAcks, setLoad } from '../client/producerSettings';
import type { ClientCommand } from '../command/client';
import { producerTurn } from '../draft';
import type { Draft } from '../draft';

/** Does what a person asks of a producer or a consumer. */
export function obeyClient(draft: Draft, command: ClientCommand): void {
  const { topic, partitions } = draft.base.settings;
  switch (command.type) {
    case 'produce':
      return produce(producerTurn(draft, command.producer), { name: topic, partitions }, command);
    case 'changeAcks':
      return changeAcks(producerTurn(draft, command.producer), command.acks);
    case 'startLoad':
      return setLoad(producerTurn(draft, command.producer), command.recordsPerSecond);
    case 'stopLoad':
      return setLoad(producerTurn(draft, command.producer), null);
    case 'changeIdempotence':
    case 'addProducer':
    case 'addConsumer':
    case 'restartConsumer':
    case 'changeAutoOffsetReset':
      return;
    default:
      return command satisfies never;
  }
}
