import { rowsOf } from '../src/sim/table';
import type { World } from '../src/sim/world';

/** What is wrong with the messages on the wire, null when nothing is. */
export function wireFault({ flights, now, nextFlightId, brokers }: World): string | null {
  for (const { id, pausedUntil, inbox } of rowsOf(brokers)) {
    if (pausedUntil === null && inbox.length > 0) return `broker ${id} does not read its socket`;
    const early = inbox.find(({ arrivesAt }) => arrivesAt > now);
    if (early !== undefined) return `message ${early.id} waits before it has arrived`;
  }
  for (const [index, { id, sentAt, arrivesAt }] of flights.entries()) {
    if (arrivesAt <= sentAt) return `message ${id} takes no time`;
    if (arrivesAt <= now) return `message ${id} should have arrived at ${arrivesAt}`;
    if (id >= nextFlightId) return `message ${id} has a number that is not given out yet`;
    const before = flights[index - 1];
    if (before === undefined) continue;
    const isLater =
      arrivesAt > before.arrivesAt || (arrivesAt === before.arrivesAt && id > before.id);
    if (!isLater) return `message ${id} stands behind ${before.id} and arrives before it`;
  }
  return null;
}
