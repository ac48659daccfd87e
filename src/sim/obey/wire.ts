import type { WireCommand } from '../command/wire';
import { missMetadata } from '../deliver';
import { insertByArrival, keepOrder } from '../draft';
import type { Draft } from '../draft';
import { isSameWay, shareOfWay } from '../flight';
import type { Flight } from '../message';
import { loseMessage, waitsBehind } from '../network';
import type { HeldFlight } from '../network';

/** Does to a message on its way what a person asks for. */
export function obeyWire(draft: Draft, command: WireCommand): void {
  const flight = flightOf(draft, command.flight);
  // Something else that was done to it at this tick has ended it.
  if (flight === null) return;
  const { id: flightId, from, to } = flight;
  const about = { flightId, from, to, message: flight.message.type };
  const { events } = draft.wire;
  switch (command.type) {
    case 'holdMessage':
      hold(draft, flight);
      events.push({ type: 'messageHeld', ...about });
      break;
    case 'releaseMessage':
      release(draft, flight);
      events.push({ type: 'messageReleased', ...about });
      break;
    case 'dropMessage':
      drop(draft, flight);
      break;
    case 'duplicateMessage':
      duplicate(draft, flight);
      events.push({ type: 'messageDuplicated', ...about });
      break;
    case 'deliverMessage':
      release(draft, flight);
      hasten(draft, flight);
      events.push({ type: 'messageHastened', ...about });
      break;
    default:
      command satisfies never;
  }
}

function flightOf({ flights, network }: Draft, id: number): Flight | null {
  const held = network.held.find(({ flight }) => flight.id === id);
  return held?.flight ?? flights.find((flight) => flight.id === id) ?? null;
}

// What is behind it on its way stops where it is, too.
function hold(draft: Draft, flight: Flight): void {
  const heldAt = draft.wire.now;
  const stops = (one: Flight): boolean => one.id >= flight.id && isSameWay(one, flight);
  const stopped = draft.flights
    .filter(stops)
    .map((one) => ({ flight: one, heldAt, byHand: one === flight }));
  const before = draft.network.held.map((one) =>
    one.flight === flight ? { ...one, byHand: true } : one,
  );
  draft.flights = draft.flights.filter((one) => !stops(one));
  setHeld(draft, [...before, ...stopped]);
}

function release(draft: Draft, flight: Flight): void {
  const { held } = draft.network;
  setHeld(
    draft,
    held.map((one) => (one.flight === flight ? { ...one, byHand: false } : one)),
  );
  goOn(draft);
}

function drop(draft: Draft, flight: Flight): void {
  draft.flights = draft.flights.filter((one) => one !== flight);
  setHeld(
    draft,
    draft.network.held.filter((one) => one.flight !== flight),
  );
  loseMessage(draft.wire, flight, 'dropped');
  missMetadata(draft, flight);
  goOn(draft);
}

// The second one sets out anew, as a retry would, and comes right after the first.
function duplicate(draft: Draft, flight: Flight): void {
  const { now } = draft.wire;
  const isHeld = !draft.flights.includes(flight);
  const copy: Flight = {
    ...flight,
    id: draft.nextFlightId++,
    arrivesAt: (isHeld ? now : flight.arrivesAt) + 1,
    retimed: { at: now, share: 0 },
  };
  if (isHeld) setHeld(draft, [...draft.network.held, { flight: copy, heldAt: now, byHand: false }]);
  else putOnWire(draft, copy);
}

// It overtakes nobody: who is ahead of it on its way arrives as well.
function hasten(draft: Draft, flight: Flight): void {
  const { now } = draft.wire;
  const isHastened = (one: Flight): boolean =>
    one.id <= flight.id && one.arrivesAt > now + 1 && isSameWay(one, flight);
  const hastened = draft.flights.filter(isHastened);
  draft.flights = draft.flights.filter((one) => !isHastened(one));
  for (const one of hastened) {
    const retimed = { at: now, share: shareOfWay(one, now) };
    putOnWire(draft, { ...one, arrivesAt: now + 1, retimed });
  }
}

// Whatever is not held any more, nor waits behind what is, travels on from where it stands.
function goOn(draft: Draft): void {
  const { network, wire } = draft;
  const stays = (one: HeldFlight): boolean => one.byHand || waitsBehind(network, one.flight);
  setHeld(draft, network.held.filter(stays));
  for (const { flight, heldAt } of network.held.filter((one) => !stays(one))) {
    const leftMs = Math.max(1, flight.arrivesAt - heldAt);
    const arrivesAt = Math.max(wire.now + leftMs, lastArrivalOn(draft, flight));
    const retimed = { at: wire.now, share: shareOfWay(flight, heldAt) };
    putOnWire(draft, { ...flight, arrivesAt, retimed });
  }
}

function lastArrivalOn({ flights }: Draft, flight: Flight): number {
  return flights.findLast((one) => isSameWay(one, flight))?.arrivesAt ?? 0;
}

function putOnWire(draft: Draft, flight: Flight): void {
  const flights = [...draft.flights];
  insertByArrival(flights, flight);
  draft.flights = flights;
  keepOrder(draft, flight);
}

function setHeld(draft: Draft, held: readonly HeldFlight[]): void {
  const ordered = held.toSorted((one, other) => one.flight.id - other.flight.id);
  draft.network = { ...draft.network, held: ordered };
}
