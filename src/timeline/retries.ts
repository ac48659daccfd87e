import type { Event } from '../sim/event';
import { records } from '../sim/explain/words';
import type { EventOf } from '../sim/isLike';
import { link, type Links } from './downfall';
import type { Happening } from './mark';
import { type HappeningOf, isDeed, latest, type Past, worldAt } from './past';
import { idempotenceSetting } from './permits';

/** A record that came again: why it did, and why nobody knew it again. */
export function retryLinks(
  past: Past,
  { partition, recordIds }: EventOf<'duplicateAppended' | 'recordsAppended'>,
): Links {
  const [id = 0] = recordIds;
  const produced = latest(past, 'recordProduced', (one) => one.recordId === id);
  const retried = latest(past, 'produceRetried', (one) => one.recordIds.includes(id));
  const copied = latestCopy(past, id);
  if (!produced || (!retried && !copied)) return [];
  const first = past.happenings.find(({ event }) => {
    return event.type === 'recordsAppended' && event.recordIds.includes(id);
  });
  const overtaker = latest(past, 'recordsAppended', (one) => {
    return one.partition === partition && one.recordIds.some((other) => other > id);
  });
  const isCopy = copied !== undefined && copied.number > (retried?.number ?? 0);
  return [
    ...(isCopy ? [link(copied)] : sendingAgainLinks(past, retried)),
    first
      ? link(first, 'So it was written already.')
      : overtaker && link(overtaker, `${whichRecord(overtaker)} Its producer sent it later.`),
    idempotenceSetting(past, produced.event.producer),
  ];
}

/** Which records an event has appended, as a sentence. */
export function whichRecord({ event }: Happening): string {
  return event.type === 'recordsAppended' ? `That is ${records(event)}.` : '';
}

/** What became of the answer, or of the request, and by whose doing. */
function sendingAgainLinks(past: Past, retried: HappeningOf<'produceRetried'> | undefined): Links {
  if (!retried) return [];
  const { tick, number, event } = retried;
  const lost = latest(past, 'messageLost', ({ message, sentAt, to, from }) => {
    const isIts = to === event.producer || from === event.producer;
    return isIts && message.startsWith('produce') && sentAt <= tick;
  });
  const harm = past.happenings.findLast((one) => one.number < number && hindersAnswers(one.event));
  return [link(retried), link(lost), lost && isDeed(lost.event) ? undefined : link(harm)];
}

// An answer waits for the followers, too; what was sent on or sent twice keeps nobody waiting.
function hindersAnswers(event: Event): boolean {
  if (event.type === 'messageHeld' || event.type === 'messageLost') {
    return isDeed(event) && /^(?:produce|fetch)/.test(event.message);
  }
  return isDeed(event) && !HINDERS_NOBODY.has(event.type);
}

const HINDERS_NOBODY: ReadonlySet<Event['type']> = new Set([
  'idempotenceChanged',
  'acksChanged',
  'messageReleased',
  'messageDuplicated',
  'messageHastened',
]);

/** Somebody had the request with a record delivered twice: it was under way then. */
function latestCopy(past: Past, id: number): HappeningOf<'messageDuplicated'> | undefined {
  const copies = past.happenings.filter(
    (one): one is HappeningOf<'messageDuplicated'> => one.event.type === 'messageDuplicated',
  );
  return copies.findLast(({ index, event: { flightId } }) => {
    const { flights, network } = worldAt(past.recording, index);
    const all = [...flights, ...network.held.map(({ flight }) => flight)];
    const message = all.find((flight) => flight.id === flightId)?.message;
    return message?.type === 'produceRequest' && message.records.some((one) => one.id === id);
  });
}
