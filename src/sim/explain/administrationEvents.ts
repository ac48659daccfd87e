import type { AdministrationEvent } from '../event/administration';
import type { Explanation } from './explanation';
import { nodeName, sentence } from './words';

/** Sentences about what happened. */
export function explainAdministration(event: AdministrationEvent): Explanation {
  if (event.type === 'clientAdded') return explainClientAdded(event);
  return { what: event.type, why: '', rule: '', where: '' };
}

function explainClientAdded({
  client,
  rack,
}: Extract<AdministrationEvent, { type: 'clientAdded' }>): Explanation {
  return {
    what: `${sentence(nodeName(client))} starts${rack === null ? '' : ` in rack ${rack}`}.`,
    why: 'It knows its bootstrap list only, and asks any broker who leads what.',
    rule: 'bootstrap.servers, client.id',
    where: 'KafkaProducer, KafkaConsumer',
  };
}
