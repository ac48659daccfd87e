import type { Flight } from '../../sim/message';
import { rowsOf } from '../../sim/table';
import { underWay } from '../../sim/underWay';
import type { World } from '../../sim/world';
import type { Run } from '../run';
import { momentAt, type WholeRun } from './moments';

/** A produce request that carried a record. */
export interface Sending {
  readonly flight: Flight;
  /** Index of the moment in which it was sent. */
  readonly sentIn: number;
  /** Index of the moment in which it arrived or died; null while it is on its way. */
  readonly arrivedIn: number | null;
  /** It arrived at a process that stood still, and waited there to be read. */
  readonly waits: boolean;
}

/** How far a run has been searched for the requests with one record. */
interface Search {
  readonly from: number;
  next: number;
  readonly sendings: Map<number, Sending>;
}

const searches = new WeakMap<Run, Map<number, Search>>();

/**
 * The produce requests that carried a record up to a frame, oldest first. No event tells of them:
 * they are looked for on the wire of each moment, from the one in which the record was produced to
 * the one in which nobody has it under way any more. What was found once is kept with the run.
 */
export function sendingsOf(
  run: WholeRun,
  frameIndex: number,
  record: { readonly id: number; readonly producedIn: number },
): readonly Sending[] {
  const search = searchFor(run, record);
  while (search.next <= frameIndex && (search.next === search.from || isOpen(run, search, record)))
    lookInto(run, search, record.id);
  return [...search.sendings.values()]
    .filter(({ sentIn }) => sentIn <= frameIndex)
    .map((sending) => asOf(sending, frameIndex));
}

function searchFor(
  { recording }: WholeRun,
  { id, producedIn }: { readonly id: number; readonly producedIn: number },
): Search {
  const { run } = recording.line;
  const ofRun = searches.get(run) ?? new Map<number, Search>();
  searches.set(run, ofRun);
  const known = ofRun.get(id);
  if (known !== undefined && known.from === producedIn) return known;
  const search: Search = { from: producedIn, next: producedIn, sendings: new Map() };
  ofRun.set(id, search);
  return search;
}

// Frames up to the last one that was looked into are recorded, so that their worlds are there.
function isOpen(run: WholeRun, { next }: Search, { id }: { readonly id: number }): boolean {
  const { world } = momentAt(run, next - 1);
  const { producers, brokers } = world;
  const isWaiting = rowsOf(producers).some(({ batches }) =>
    batches.some(({ records }) => records.some((record) => record.id === id)),
  );
  const carriesIt = (flight: Flight): boolean => carries(flight, id);
  return (
    isWaiting ||
    underWay(world).some(carriesIt) ||
    rowsOf(brokers).some(({ inbox }) => inbox.some(carriesIt))
  );
}

function lookInto(run: WholeRun, search: Search, id: number): void {
  const { world } = momentAt(run, search.next);
  const index = search.next++;
  const onTheWire = new Set<number>();
  for (const flight of underWay(world)) {
    if (!carries(flight, id)) continue;
    onTheWire.add(flight.id);
    const known = search.sendings.get(flight.id);
    const sentIn = known?.sentIn ?? index;
    search.sendings.set(flight.id, { flight, sentIn, arrivedIn: null, waits: false });
  }
  for (const [flightId, sending] of search.sendings) {
    if (sending.arrivedIn !== null || onTheWire.has(flightId)) continue;
    const waits = isInAnInbox(world, flightId);
    search.sendings.set(flightId, { ...sending, arrivedIn: index, waits });
  }
}

function carries({ message }: Flight, id: number): boolean {
  return message.type === 'produceRequest' && message.records.some((record) => record.id === id);
}

function isInAnInbox({ brokers }: World, flightId: number): boolean {
  return rowsOf(brokers).some(({ inbox }) => inbox.some(({ id }) => id === flightId));
}

function asOf(sending: Sending, frameIndex: number): Sending {
  const hasArrived = sending.arrivedIn !== null && sending.arrivedIn <= frameIndex;
  return hasArrived ? sending : { ...sending, arrivedIn: null, waits: false };
}
