import { brokerNode, partitionIdsIn } from '../ids';
import type { NodeId, PartitionId } from '../ids';
import type { Event } from '../event';
import type { Message } from '../message';
import type { Wire } from '../network';
import { rowOf, withRow } from '../table';
import type { BrokerState, LeaderRole, Replica } from './state';

/** What a broker's handlers are given: its own state, the wire, the time. No other node. */
export interface BrokerTurn {
  readonly wire: Wire;
  broker: BrokerState;
}

/** Whether the process does its work: it talks to everybody, leads and follows. */
export function isServing({ lifecycle }: Pick<BrokerState, 'lifecycle'>): boolean {
  return lifecycle === 'RUNNING' || lifecycle === 'PENDING_CONTROLLED_SHUTDOWN';
}

/** Changes some fields of the broker. */
export function changeBroker(turn: BrokerTurn, fields: Partial<BrokerState>): void {
  turn.broker = { ...turn.broker, ...fields };
}

/** The broker's replica of a partition. Throws when it hosts none. */
export function replicaOf(turn: BrokerTurn, partition: PartitionId): Replica {
  return rowOf(turn.broker.replicas, partition);
}

/** Replaces the broker's replica of a partition. */
export function setReplica(turn: BrokerTurn, replica: Replica): void {
  changeBroker(turn, { replicas: withRow(turn.broker.replicas, replica.partition, replica) });
}

/** All replicas of a broker, each changed. */
export function mapReplicas(
  { replicas }: BrokerState,
  change: (replica: Replica) => Replica,
): BrokerState['replicas'] {
  const mapped: { [partition in PartitionId]?: Replica } = {};
  for (const id of partitionIdsIn(replicas)) mapped[id] = change(rowOf(replicas, id));
  return mapped;
}

/** The broker's replica if it believes to lead it, else null. */
export function ledReplica(
  turn: BrokerTurn,
  partition: PartitionId,
): (Replica & { readonly role: LeaderRole }) | null {
  const replica = turn.broker.replicas[partition];
  if (replica === undefined || replica.role.type !== 'leader') return null;
  return { ...replica, role: replica.role };
}

/** Whether the directory of the broker's replica can be read; of none there is nothing to say. */
export function isOnline({ broker }: BrokerTurn, partition: PartitionId): boolean {
  const replica = broker.replicas[partition];
  return replica === undefined || !broker.offlineDirectories.includes(replica.directory);
}

/** Sends a message. Routine: it carries no news, and is drawn faint. */
export function send(turn: BrokerTurn, to: NodeId, message: Message, routine = false): void {
  const from = brokerNode(turn.broker.id);
  turn.wire.outbox.push({ from, to, message, background: routine });
}

/** Tells what happened. */
export function tell(turn: BrokerTurn, event: Event): void {
  turn.wire.events.push(event);
}

/** A number for the next request of this broker. */
export function nextCorrelationId(turn: BrokerTurn): number {
  const correlationId = turn.broker.correlationId + 1;
  changeBroker(turn, { correlationId });
  return correlationId;
}
