import type { BrokerId, PartitionId, Tick } from '../ids';
import type { KafkaError } from '../kafkaError';
import { withRow, withoutRow } from '../table';
import type { ClientEvent } from '../event/client';
import { KAFKA } from '../config';
import { changeConsumer } from './consumerTurn';
import type { ReadReplica } from './state';
import type { ConsumerTurn } from './turn';

/**
 * The lease after a leader has named a replica. One that is named again keeps its expiry
 * (TopicPartitionState.updatePreferredReadReplica).
 */
export function leaseOn(held: ReadReplica | null, replica: BrokerId, expiresAt: Tick): ReadReplica {
  return held?.replica === replica ? held : { replica, expiresAt };
}

/** The lease as long as it lasts, its last tick included; null after (KIP-392). */
export function leaseAt(lease: ReadReplica | null, now: Tick): ReadReplica | null {
  return lease !== null && now <= lease.expiresAt ? lease : null;
}

/** What an error of a read replica calls for (FetchCollector.handleInitializeErrors). */
export function readReplicaErrorEffect(error: KafkaError): 'goBack' | 'goBackAndRefresh' | 'stay' {
  if (error === 'OFFSET_OUT_OF_RANGE') return 'goBack';
  return error === 'UNKNOWN_LEADER_EPOCH' ? 'stay' : 'goBackAndRefresh';
}

/** The leader named a nearer replica: it is read from there for `metadata.max.age.ms`. */
export function chooseReplica(
  turn: ConsumerTurn,
  leader: BrokerId,
  partition: PartitionId,
  replica: BrokerId,
): void {
  const { id: consumer, preferredReplicas, fetches } = turn.consumer;
  const held = preferredReplicas[partition] ?? null;
  const lease = leaseOn(held, replica, turn.wire.now + KAFKA.metadataMaxAgeMs);
  if (lease === held) return;
  changeConsumer(turn, { preferredReplicas: withRow(preferredReplicas, partition, lease) });
  const { expiresAt } = lease;
  const failures = fetches[replica]?.failures ?? 0;
  const chosen = { consumer, partition, leader, replica, expiresAt, failures } as const;
  turn.wire.events.push({ type: 'readReplicaChosen', ...chosen });
}

/** Back to the leader, if it was reading elsewhere. */
export function dropReplica(
  turn: ConsumerTurn,
  partition: PartitionId,
  because: Extract<ClientEvent, { type: 'readReplicaDropped' }>['because'],
): void {
  const { id: consumer, preferredReplicas, fetches } = turn.consumer;
  const lease = preferredReplicas[partition];
  if (lease === undefined) return;
  changeConsumer(turn, { preferredReplicas: withoutRow(preferredReplicas, partition) });
  const { replica } = lease;
  const failures = fetches[replica]?.failures ?? 0;
  const dropped = { consumer, partition, replica, because, failures } as const;
  turn.wire.events.push({ type: 'readReplicaDropped', ...dropped });
}
