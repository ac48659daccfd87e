import { brokerDueAt } from './broker/deadlines';
import type { BrokerState } from './broker/state';
import type { BrokerTurn } from './broker/turn';
import type { ConsumerTurn, ProducerTurn } from './client/turn';
import type { ProducerState } from './client/state';
import { consumerDueAt, producerDueAt } from './client/deadlines';
import { controllerDueAt } from './controller/deadlines';
import type { ControllerTurn } from './controller/turn';
import { brokerOf } from './ids';
import type { BrokerId, ConsumerId, NodeId, ProducerId, Tick } from './ids';
import type { Flight } from './message';
import { arrivingBy, dispatch, waitsBehind } from './network';
import type { NetworkState, Sent, Wire } from './network';
import { rowOf } from './table';
import type { World } from './world';
import type { Event } from './event';

/** A tick under way: what it has written so far, over the world it began with. */
export interface Draft {
  readonly base: World;
  readonly wire: Wire;
  readonly brokers: Map<BrokerId, BrokerTurn>;
  readonly producers: Map<ProducerId, ProducerTurn>;
  readonly consumers: Map<ConsumerId, ConsumerTurn>;
  readonly controller: ControllerTurn;
  network: NetworkState;
  flights: readonly Flight[];
  nextFlightId: number;
  nextRecordId: number;
  nextProducerId: number;
}

/** A tick that has written nothing yet. */
export function openDraft(base: World, now: Tick): Draft {
  const wire: Wire = { now, seed: base.seed, outbox: [], events: [] };
  return {
    base,
    wire,
    brokers: new Map(),
    producers: new Map(),
    consumers: new Map(),
    controller: { wire, controller: base.controller },
    network: base.network,
    flights: base.flights,
    nextFlightId: base.nextFlightId,
    nextRecordId: base.nextRecordId,
    nextProducerId: base.nextProducerId,
  };
}

/** The broker's turn in this tick: its own state, the wire, the time. Nobody else's state. */
export function brokerTurn(draft: Draft, id: BrokerId): BrokerTurn {
  const known = draft.brokers.get(id);
  if (known !== undefined) return known;
  return openBrokerTurn(draft, rowOf(draft.base.brokers, id));
}

/** The first turn of a broker in this tick: of one that was there, or has just been added. */
export function openBrokerTurn(draft: Draft, broker: BrokerState): BrokerTurn {
  const turn: BrokerTurn = { wire: draft.wire, broker };
  draft.brokers.set(broker.id, turn);
  return turn;
}

/** The producer’s turn in this tick. */
export function producerTurn(draft: Draft, id: ProducerId): ProducerTurn {
  const known = draft.producers.get(id);
  if (known !== undefined) return known;
  return openProducerTurn(draft, rowOf(draft.base.producers, id));
}

/** The first turn of a producer in this tick: of one that was there, or has just been started. */
export function openProducerTurn(draft: Draft, producer: ProducerState): ProducerTurn {
  const turn: ProducerTurn = {
    wire: draft.wire,
    takeRecordId: () => draft.nextRecordId++,
    takeProducerId: () => draft.nextProducerId++,
    partitionsToRewrite: new Set(),
    producer,
  };
  draft.producers.set(producer.id, turn);
  return turn;
}

/** The consumer’s turn in this tick. */
export function consumerTurn(draft: Draft, id: ConsumerId): ConsumerTurn {
  const known = draft.consumers.get(id);
  if (known !== undefined) return known;
  const turn: ConsumerTurn = { wire: draft.wire, consumer: rowOf(draft.base.consumers, id) };
  draft.consumers.set(id, turn);
  return turn;
}

/** Messages that arrive at this tick, oldest first, ties by id; they leave the wire. */
export function takeDue(draft: Draft): readonly Flight[] {
  const { now } = draft.wire;
  let count = 0;
  while ((draft.flights[count]?.arrivesAt ?? now + 1) <= now) count++;
  const due = draft.flights.slice(0, count);
  draft.flights = draft.flights.slice(count);
  return due;
}

/** The world after the tick. What was sent joins the network last. */
export function close(draft: Draft): { world: World; events: readonly Event[] } {
  const { base, wire } = draft;
  const flights = [...draft.flights];
  const { network } = draft;
  const held = [...network.held];
  const between = { settings: base.settings, network, seed: base.seed };
  const sentOf = new Map<NodeId, Sent>();
  for (const outgoing of wire.outbox) {
    const sent = sentOf.get(outgoing.from) ?? sentBy(draft, outgoing.from);
    const made = dispatch(between, wire.now, draft.nextFlightId++, outgoing, sent);
    sentOf.set(outgoing.from, made.sent);
    const { flight } = made;
    if (!waitsBehind(network, flight)) insertByArrival(flights, flight);
    else held.push({ flight, heldAt: wire.now, byHand: false });
  }
  for (const [node, sent] of sentOf) countSent(draft, node, sent);
  const world: World = {
    ...base,
    now: wire.now,
    network: held.length === network.held.length ? network : { ...network, held },
    controller: closeController(draft),
    brokers: closeBrokers(draft),
    producers: closeProducers(draft),
    consumers: closeConsumers(draft),
    flights,
    nextFlightId: draft.nextFlightId,
    nextRecordId: draft.nextRecordId,
    nextProducerId: draft.nextProducerId,
  };
  return { world, events: wire.events };
}

function closeController(draft: Draft): World['controller'] {
  const { controller } = draft.controller;
  if (controller === draft.base.controller) return controller;
  return { ...controller, dueAt: controllerDueAt(controller) };
}

function closeBrokers(draft: Draft): World['brokers'] {
  const brokers = { ...draft.base.brokers };
  let changed = false;
  for (const [id, { broker }] of draft.brokers) {
    if (broker === draft.base.brokers[id]) continue;
    brokers[id] = { ...broker, dueAt: brokerDueAt(broker) };
    changed = true;
  }
  return changed ? brokers : draft.base.brokers;
}

function closeProducers(draft: Draft): World['producers'] {
  const producers = { ...draft.base.producers };
  for (const [id, { producer }] of draft.producers) {
    // A batch whose time has come may have nowhere to go: then its deadline moves all the same.
    const dueAt = producerDueAt(producer, draft.wire.now);
    if (producer === draft.base.producers[id] && producer.dueAt === dueAt) continue;
    producers[id] = { ...producer, dueAt };
  }
  return producers;
}

function closeConsumers(draft: Draft): World['consumers'] {
  const consumers = { ...draft.base.consumers };
  for (const [id, { consumer }] of draft.consumers) {
    if (consumer === draft.base.consumers[id]) continue;
    consumers[id] = { ...consumer, dueAt: consumerDueAt(consumer) };
  }
  return consumers;
}

/** What is sent after a message on its way does not arrive before it. */
export function keepOrder(draft: Draft, flight: Flight): void {
  const { from } = flight;
  countSent(draft, from, arrivingBy(sentBy(draft, from), flight));
}

function sentBy(draft: Draft, node: NodeId): Sent {
  const broker = brokerOf(node);
  if (broker !== null) return brokerTurn(draft, broker).broker.sent;
  if (node === 'controller') return draft.controller.controller.sent;
  if (isProducer(node)) return producerTurn(draft, node).producer.sent;
  if (isConsumer(node)) return consumerTurn(draft, node).consumer.sent;
  throw new Error(`Nobody is called ${node}.`);
}

function countSent(draft: Draft, node: NodeId, sent: Sent): void {
  const broker = brokerOf(node);
  if (broker !== null) {
    const turn = brokerTurn(draft, broker);
    turn.broker = { ...turn.broker, sent };
    return;
  }
  if (node === 'controller') {
    draft.controller.controller = { ...draft.controller.controller, sent };
    return;
  }
  if (isProducer(node)) {
    const turn = producerTurn(draft, node);
    turn.producer = { ...turn.producer, sent };
    return;
  }
  if (isConsumer(node)) {
    const turn = consumerTurn(draft, node);
    turn.consumer = { ...turn.consumer, sent };
  }
}

/** Whether a node is a producer. */
export function isProducer(node: NodeId): node is ProducerId {
  return node.startsWith('producer-');
}

/** Whether a node is a consumer. */
export function isConsumer(node: NodeId): node is ConsumerId {
  return node.startsWith('consumer-');
}

/** Puts a message on the wire, in its place: soonest arrival first, ties by id. */
export function insertByArrival(flights: Flight[], flight: Flight): void {
  let index = flights.length;
  while (index > 0 && arrivesBefore(flight, flights[index - 1])) index--;
  flights.splice(index, 0, flight);
}

function arrivesBefore(flight: Flight, other: Flight | undefined): boolean {
  if (other === undefined) return false;
  if (flight.arrivesAt !== other.arrivesAt) return flight.arrivesAt < other.arrivesAt;
  return flight.id < other.id;
}
