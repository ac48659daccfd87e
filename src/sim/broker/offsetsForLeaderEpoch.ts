import type { NodeId, PartitionId } from '../ids';
import type { KafkaError } from '../kafkaError';
import type { OffsetsForLeaderEpochRequest } from '../message/offsets';
import { UNKNOWN_EPOCH_END, endOffsetFor } from './leaderEpochs';
import { logEndOffset } from './log';
import { absenceError } from './metadata';
import type { Replica } from './state';
import { isOnline, send } from './turn';
import type { BrokerTurn } from './turn';
import { leaderAccessError } from './validateFetch';

/**
 * Tells a consumer where an epoch ended in this log, if this broker leads it in the epoch that the
 * consumer believes in (Partition.lastOffsetForLeaderEpoch, KIP-320).
 */
export function handleOffsetsForLeaderEpoch(
  turn: BrokerTurn,
  from: NodeId,
  request: OffsetsForLeaderEpochRequest,
): void {
  const { correlationId, partition, currentLeaderEpoch, leaderEpoch: asked } = request;
  const replica = turn.broker.replicas[partition];
  const error = errorOf(turn, partition, replica, currentLeaderEpoch);
  const end =
    replica === undefined || error !== 'NONE'
      ? UNKNOWN_EPOCH_END
      : endOffsetFor(replica.leaderEpochs, asked, logEndOffset(replica.log));
  const { epoch: leaderEpoch, endOffset } = end;
  const answer = { correlationId, partition, error, leaderEpoch, endOffset } as const;
  send(turn, from, { type: 'offsetsForLeaderEpochResponse', ...answer });
}

function errorOf(
  turn: BrokerTurn,
  partition: PartitionId,
  replica: Replica | undefined,
  currentLeaderEpoch: number,
): KafkaError {
  if (replica === undefined) return absenceError(turn, partition);
  if (!isOnline(turn, partition)) return 'KAFKA_STORAGE_ERROR';
  return leaderAccessError(replica, currentLeaderEpoch);
}
