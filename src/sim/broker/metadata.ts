import { NO_LEADER, brokerIdsIn, partitionIdsIn } from '../ids';
import type { NodeId, PartitionId } from '../ids';
import type { KnownLeader, MetadataRequest } from '../message';
import type { KafkaError } from '../kafkaError';
import { rowOf } from '../table';
import { send } from './turn';
import type { BrokerTurn } from './turn';

/**
 * Why a partition cannot be used here of which this broker has no replica: it is somewhere else, by
 * all that is known, or nowhere (ReplicaManager.getPartitionOrError).
 */
export function absenceError({ broker }: BrokerTurn, partition: PartitionId): KafkaError {
  const isKnown = broker.image.partitions[partition] !== undefined;
  return isKnown ? 'NOT_LEADER_OR_FOLLOWER' : 'UNKNOWN_TOPIC_OR_PARTITION';
}

/**
 * Who leads a partition, as this broker believes, for an answer with an error that says that it is
 * somebody else; null when it knows of nobody (KIP-951, KafkaApis.getCurrentLeader).
 */
export function leaderHint(
  turn: BrokerTurn,
  partition: PartitionId,
  error: KafkaError,
): KnownLeader | null {
  if (error !== 'NOT_LEADER_OR_FOLLOWER' && error !== 'FENCED_LEADER_EPOCH') return null;
  const { replicas, image } = turn.broker;
  const known = replicas[partition] ?? image.partitions[partition];
  if (known === undefined || known.leader === NO_LEADER) return null;
  return { leader: known.leader, leaderEpoch: known.leaderEpoch };
}

/** Tells a client who leads what, as this broker believes. Fenced brokers are left out. */
export function answerMetadata(
  turn: BrokerTurn,
  from: NodeId,
  { correlationId }: MetadataRequest,
  isRoutine: boolean,
): void {
  const { image } = turn.broker;
  const leaders: { [partition in PartitionId]?: KnownLeader } = {};
  for (const partition of partitionIdsIn(image.partitions)) {
    const { leader, leaderEpoch } = rowOf(image.partitions, partition);
    leaders[partition] = { leader, leaderEpoch };
  }
  const brokers = brokerIdsIn(image.brokers).filter((id) => !rowOf(image.brokers, id).fenced);
  send(turn, from, { type: 'metadataResponse', correlationId, brokers, leaders }, isRoutine);
}
