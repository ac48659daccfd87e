/** A moment of cluster time, in whole milliseconds since the cluster was formed. */
export type Tick = number;

/** `node.id` of a broker: a positive whole number. */
export type BrokerId = number;

/** A partition by its Kafka name, `<topic>-<number>`. */
export type PartitionId = `${string}-${number}`;

/** Position of a record in a partition's log. An offset is not a count. */
export type Offset = number;

/** Anyone who can send or receive a message. */
export type NodeId = 'controller' | BrokerNodeId | ClientId;

/** A broker on the wire. */
export type BrokerNodeId = `broker-${number}`;

/** A producer on the wire. */
export type ProducerId = `producer-${number}`;

/** A consumer on the wire. */
export type ConsumerId = `consumer-${number}`;

/** Anyone who is no part of the cluster. */
export type ClientId = ProducerId | ConsumerId;

/** A plain-data table: rows by their id. */
export type Table<Key extends string | number, Row> = { readonly [key in Key]?: Row };

/** The leader field of a partition without a leader (`NO_LEADER`, PartitionRegistration). */
export const NO_LEADER = -1;

/** An offset or an epoch that nobody knows yet (UnifiedLog.UNKNOWN_OFFSET). */
export const UNKNOWN = -1;

/** The node that a broker is on the wire. */
export function brokerNode(broker: BrokerId): BrokerNodeId {
  return `broker-${broker}`;
}

/** The n-th producer, from 1. */
export function producerId(n: number): ProducerId {
  return `producer-${n}`;
}

/** The n-th consumer on the wire, from 1. */
export function consumerId(n: number): ConsumerId {
  return `consumer-${n}`;
}

/** The broker behind a node, or null when the node is a client or the controller. */
export function brokerOf(node: NodeId): BrokerId | null {
  return node.startsWith('broker-') ? Number(node.slice('broker-'.length)) : null;
}

/** The Kafka name of a partition of a topic. */
export function partitionId(topic: string, index: number): PartitionId {
  return `${topic}-${index}`;
}

/** The number of a partition within its topic. */
export function partitionIndex(partition: PartitionId): number {
  return Number(partition.slice(partition.lastIndexOf('-') + 1));
}

/** The topic that a partition belongs to. */
export function topicOf(partition: PartitionId): string {
  return partition.slice(0, partition.lastIndexOf('-'));
}

/** Ids of a table of brokers, in ascending order. */
export function brokerIdsIn(table: Table<BrokerId, unknown>): readonly BrokerId[] {
  const ids: BrokerId[] = [];
  for (const key in table) ids.push(Number(key));
  return ids;
}

/** Ids of a table of partitions, in the order in which they were entered. */
export function partitionIdsIn(table: Table<PartitionId, unknown>): readonly PartitionId[] {
  return Object.keys(table).filter(isPartitionId);
}

function isPartitionId(key: string): key is PartitionId {
  return key.includes('-');
}
