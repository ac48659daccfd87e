import { latencyMs } from './chance';
import type { LatencyRange, Settings } from './config';
import { brokerOf } from './ids';
import type { NodeId, Tick } from './ids';
import type { Event } from './event';
import type { Flight, Message } from './message';

/** How much was sent on one way: `<to>:<message type>` to its count and last arrival. */
export type Sent = {
  readonly [way in string]?: { readonly count: number; readonly lastArrivalAt: Tick };
};

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

/** The latency range between two nodes. A node without a rack is near to everybody. */
export function latencyBetween(settings: Settings, from: NodeId, to: NodeId): LatencyRange {
  const one = rackOf(settings, from);
  const other = rackOf(settings, to);
  const apart = one !== null && other !== null && one !== other;
  return apart ? settings.betweenRacksLatency : settings.withinRackLatency;
}

/** Rack of a node: `broker.rack` or `client.rack`; the controller stands near to everybody. */
export function rackOf(settings: Settings, node: NodeId): string | null {
  const broker = brokerOf(node);
  if (broker !== null) return settings.racks[broker] ?? null;
  if (node === 'controller') return null;
  return node.startsWith('producer-') ? settings.producerRack : settings.consumerRack;
}

/** The flight that a message becomes, and the sender's count of it. */
export function dispatch(
  settings: Settings,
  seed: number,
  now: Tick,
  id: number,
  outgoing: Outgoing,
  sent: Sent,
): { readonly flight: Flight; readonly sent: Sent } {
  const { from, to, message, background } = outgoing;
  const way = `${to}:${message.type}`;
  const before = sent[way] ?? { count: 0, lastArrivalAt: 0 };
  const range = latencyBetween(settings, from, to);
  const latency = latencyMs(seed, `${from}>${way}:${before.count}`, range);
  // One TCP connection for one kind of request: what was sent later does not arrive earlier.
  const arrivesAt = Math.max(now + latency, before.lastArrivalAt);
  return {
    flight: { id, from, to, sentAt: now, arrivesAt, message, background },
    sent: { ...sent, [way]: { count: before.count + 1, lastArrivalAt: arrivesAt } },
  };
}
