import type { Flight } from '../../sim/message';
import type { World } from '../../sim/world';
import type { Passage } from '../../timeline/passages';
import { nodeName } from '../nodeName';
import { spritesOf } from '../stage/messages/sprite';
import { clockText } from '../transport/clockText';
import { deathWords } from './deathWords';

/** What a message says, in some words: `Fetch orders-0 from offset 3`. */
export function titleOf(flight: Flight): string {
  const [first, ...others] = spritesOf(flight);
  const more = others.length > 0 ? `, and ${others.length} more` : '';
  return `${first?.title ?? flight.message.type}${more}`;
}

/** `broker 2 → broker 1`. */
export function wayOf({ from, to }: Pick<Flight, 'from' | 'to'>): string {
  return `${nodeName(from)} → ${nodeName(to)}`;
}

/** Where a message is, or what became of it. */
export function statusOf(passage: Passage | null, { network, now }: World): string {
  if (passage === null) return 'Not sent yet at the moment shown.';
  const { flight, endsAt, fate, because } = passage;
  const sent = `Sent at ${clockText(flight.sentAt)}`;
  const held = network.held.find((one) => one.flight.id === flight.id);
  if (held) {
    const since = `since ${clockText(held.heldAt)}`;
    return held.byHand ? `${sent}, held ${since}.` : `${sent}, waits behind a held one ${since}.`;
  }
  if (fate === 'inFlight') return `${sent}, arrives in ${endsAt - now} ms.`;
  if (fate === 'arrived') return `${sent}, arrived at ${clockText(endsAt)}.`;
  return `${sent}, lost at ${clockText(endsAt)}: ${deathWords(because ?? 'receiverDown')}.`;
}

/** The name of a message's schema in Kafka: `FetchRequest`. */
export function schemaOf({ message }: Flight): string {
  const { type } = message;
  if (type === 'connectionClosed') return 'Connection closed';
  const ofLog = type.startsWith('metadataFetch');
  const name = ofLog ? type.replace('metadataF', 'F') : type;
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}${ofLog ? ' (metadata log)' : ''}`;
}
