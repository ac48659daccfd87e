import { latencyMs } from './chance';
import type { LatencyRange, Settings } from './config';
import { isSameWay } from './flight';
import type { Way } from './flight';
import { brokerIdsIn, brokerNode } from './ids';
import type { NodeId, Tick } from './ids';
import type { Event, MessageLost } from './event';
import type { Flight, Message } from './message';
import type { World } from './world';

/** How much was sent on one way: `<to>:<message type>` to its count and last arrival. */
export type Sent = {
  readonly [way in string]?: { readonly count: number; readonly lastArrivalAt: Tick };
};

/** Rack of each node that has one. The controller stands near to everybody. */
export type Racks = { readonly [node in NodeId]?: string };

/** One way between two nodes. */
export interface Link {
  readonly from: NodeId;
  readonly to: NodeId;
}

/** What lies between the nodes. */
export interface NetworkState {
  readonly racks: Racks;
  /** Ways on which every message is lost. */
  readonly cutLinks: readonly Link[];
  /** Messages that stand still, in the order of their numbers. */
  readonly held: readonly HeldFlight[];
}

/** A message that stands still on its way. */
export interface HeldFlight {
  readonly flight: Flight;
  /** Since when. */
  readonly heldAt: Tick;
  /** Somebody holds it; else it waits behind one that is held. */
  readonly byHand: boolean;
}

/** A message that was handed to the network and has no latency yet. */
export interface Outgoing {
  readonly from: NodeId;
  readonly to: NodeId;
  readonly message: Message;
  readonly background: boolean;
}

/** What every node's turn has to do with the world outside: the time, and what it says. */
export interface Wire {
  readonly now: Tick;
  readonly seed: number;
  readonly outbox: Outgoing[];
  readonly events: Event[];
}

/** The racks of a cluster as it is formed: `broker.rack` and `client.rack`. */
export function racksOf({ racks, clientRacks }: Settings): Racks {
  const all: { [node in NodeId]?: string } = { ...clientRacks };
  for (const id of brokerIdsIn(racks)) {
    const rack = racks[id];
    if (rack !== undefined) all[brokerNode(id)] = rack;
  }
  return all;
}

/** The latency range between two nodes. A node without a rack is near to everybody. */
export function latencyBetween(
  settings: Pick<Settings, 'withinRackLatency' | 'betweenRacksLatency'>,
  racks: Racks,
  { from, to }: Link,
): LatencyRange {
  const [one, other] = [racks[from], racks[to]];
  const apart = one !== undefined && other !== undefined && one !== other;
  return apart ? settings.betweenRacksLatency : settings.withinRackLatency;
}

/** Whether messages on this way are lost now. */
export function isCut({ cutLinks }: NetworkState, { from, to }: Link): boolean {
  return cutLinks.some((way) => way.from === from && way.to === to);
}

/**
 * Whether a message has to wait behind one that somebody holds: the same kind on the same way, sent
 * earlier. One TCP connection keeps order (M40).
 */
export function waitsBehind(
  { held }: NetworkState,
  flight: Way & { readonly id: number },
): boolean {
  return held.some(
    (one) => one.byHand && one.flight.id < flight.id && isSameWay(one.flight, flight),
  );
}

/** The ways that a command speaks of: there, and back if so asked. */
export function waysOf({ from, to, bothWays }: Link & { bothWays: boolean }): readonly Link[] {
  return bothWays
    ? [
        { from, to },
        { from: to, to: from },
      ]
    : [{ from, to }];
}

/** A message dies on its arrival, and nobody is told. */
export function loseMessage(wire: Wire, flight: Flight, because: MessageLost['because']): void {
  const { id: flightId, from, to, sentAt, background, message } = flight;
  const lost = { flightId, from, to, sentAt, background, message: message.type, because };
  wire.events.push({ type: 'messageLost', ...lost });
}

/** What was sent, when a message on one of the ways is to arrive later than was said. */
export function arrivingBy(sent: Sent, { to, message, arrivesAt }: Flight): Sent {
  const way = wayTo(to, message);
  const { count, lastArrivalAt } = sent[way] ?? { count: 0, lastArrivalAt: 0 };
  return { ...sent, [way]: { count, lastArrivalAt: Math.max(lastArrivalAt, arrivesAt) } };
}

function wayTo(to: NodeId, { type }: Message): string {
  return `${to}:${type}`;
}

/** The flight that a message becomes, and the sender's count of it. */
export function dispatch(
  { settings, network, seed }: Pick<World, 'settings' | 'network' | 'seed'>,
  now: Tick,
  id: number,
  outgoing: Outgoing,
  sent: Sent,
): { readonly flight: Flight; readonly sent: Sent } {
  const { from, to, message, background } = outgoing;
  const way = wayTo(to, message);
  const before = sent[way] ?? { count: 0, lastArrivalAt: 0 };
  const range = latencyBetween(settings, network.racks, outgoing);
  const latency = latencyMs(seed, `${from}>${way}:${before.count}`, range);
  // One TCP connection for one kind of request: what was sent later does not arrive earlier.
  const arrivesAt = Math.max(now + latency, before.lastArrivalAt);
  return {
    flight: { id, from, to, sentAt: now, arrivesAt, message, background },
    sent: { ...sent, [way]: { count: before.count + 1, lastArrivalAt: arrivesAt } },
  };
}
