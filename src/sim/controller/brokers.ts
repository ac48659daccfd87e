import type { BrokerId, Table } from '../ids';
import { NO_LEADER } from '../ids';
import { rowOf, withRow } from '../table';
import { changePartition, partitionsWhere, writeRecords } from './partitions';
import type { BrokerRegistration } from './state';
import { announce, changeController } from './turn';
import type { ControllerTurn } from './turn';

/**
 * Fences a broker: it leaves every in-sync set and every leadership, and stays in every assignment
 * (ReplicationControlManager.handleBrokerFenced).
 */
export function fence(turn: ControllerTurn, broker: BrokerId): void {
  writeRegistration(turn, { ...rowOf(turn.controller.image.brokers, broker), fenced: true });
  takeOut(turn, broker, false);
}

/**
 * Lets a broker serve again. Only partitions without a leader hold an election; nobody enters an
 * in-sync set by it (ReplicationControlManager.handleBrokerUnfenced).
 */
export function unfence(turn: ControllerTurn, broker: BrokerId): void {
  writeRegistration(turn, { ...rowOf(turn.controller.image.brokers, broker), fenced: false });
  announce(turn, { type: 'brokerUnfenced', broker });
  const waiting = partitionsWhere(
    turn.controller.image,
    ({ leader, replicas }) => leader === NO_LEADER && replicas.includes(broker),
  );
  for (const partition of waiting) changePartition(turn, partition, {});
}

/**
 * A broker wants to stop: in one step it leaves every in-sync set and every leadership. It goes on
 * answering until the others know (ReplicationControlManager.handleBrokerInControlledShutdown).
 */
export function enterControlledShutdown(turn: ControllerTurn, broker: BrokerId): void {
  const registration = rowOf(turn.controller.image.brokers, broker);
  writeRegistration(turn, { ...registration, inControlledShutdown: true });
  const led = partitionsWhere(turn.controller.image, ({ leader }) => leader === broker);
  const { events } = turn.wire;
  const toldBefore = events.length;
  takeOut(turn, broker, false);
  const { partitions } = turn.controller.image;
  const stuck = led.filter((partition) => rowOf(partitions, partition).leader === NO_LEADER);
  const moved = led.length - stuck.length;
  // The reason is told before what came of it.
  events.splice(toldBefore, 0, { type: 'controlledShutdownEntered', broker, moved, stuck });
}

/** A broker is no longer in controlled shutdown: it was let go, or a new process has begun. */
export function endControlledShutdown(turn: ControllerTurn, broker: BrokerId): void {
  const controlledShutdownOffsets = { ...turn.controller.controlledShutdownOffsets };
  delete controlledShutdownOffsets[broker];
  changeController(turn, { controlledShutdownOffsets });
}

/**
 * A new process of a broker that was running: like fencing, and after an unclean stop also out of
 * every set of eligible leaders (ReplicationControlManager.handleBrokerShutdown).
 */
export function shutDown(turn: ControllerTurn, broker: BrokerId, clean: boolean): void {
  const unclean = !clean && turn.controller.image.eligibleLeaderReplicas;
  takeOut(turn, broker, unclean);
}

/**
 * Strikes a broker off: it leaves every in-sync set and every leadership, and stays in every
 * assignment (ReplicationControlManager.unregisterBroker).
 */
export function unregister(turn: ControllerTurn, broker: BrokerId): void {
  const { image, lastContactAt, waitingFetches } = turn.controller;
  if (image.brokers[broker] === undefined) return;
  changeController(turn, {
    lastContactAt: withoutRow(lastContactAt, broker),
    waitingFetches: withoutRow(waitingFetches, broker),
  });
  writeRecords(turn, { brokers: withoutRow(image.brokers, broker) });
  announce(turn, { type: 'brokerUnregistered', broker });
  takeOut(turn, broker, false);
}

/** Writes what the controller knows of a broker. */
export function writeRegistration(turn: ControllerTurn, registration: BrokerRegistration): void {
  const { brokers } = turn.controller.image;
  writeRecords(turn, { brokers: withRow(brokers, registration.id, registration) });
}

function takeOut(turn: ControllerTurn, broker: BrokerId, unclean: boolean): void {
  const concerned = partitionsWhere(
    turn.controller.image,
    ({ inSync, eligible, leader }) =>
      inSync.includes(broker) || leader === broker || (unclean && eligible.includes(broker)),
  );
  for (const partition of concerned) {
    const { inSync } = rowOf(turn.controller.image.partitions, partition);
    changePartition(turn, partition, {
      targetInSync: inSync.filter((id) => id !== broker),
      ...(unclean ? { uncleanShutdown: [broker] } : {}),
    });
  }
}

function withoutRow<Row>(table: Table<BrokerId, Row>, broker: BrokerId): Table<BrokerId, Row> {
  const rest = { ...table };
  delete rest[broker];
  return rest;
}
