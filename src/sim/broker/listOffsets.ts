import type { IsolationLevel } from '../config';
import type { NodeId, Offset } from '../ids';
import type { KafkaError } from '../kafkaError';
import type { ListOffsetsRequest } from '../message/offsets';
import { lastStableOffset } from './lastStableOffset';
import { logEndOffset } from './log';
import { absenceError } from './metadata';
import type { Replica } from './state';
import { isOnline, send } from './turn';
import type { BrokerTurn } from './turn';
import { leaderAccessError } from './validateFetch';

/**
 * Answers whoever has lost its place with the range of this log
 * (Partition.fetchOffsetForTimestamp).
 */
export function handleListOffsets(
  turn: BrokerTurn,
  from: NodeId,
  request: ListOffsetsRequest,
): void {
  const { correlationId, partition } = request;
  const replica = turn.broker.replicas[partition] ?? null;
  send(turn, from, {
    type: 'listOffsetsResponse',
    correlationId,
    partition,
    error: errorOf(turn, replica, request),
    logStartOffset: replica?.log.startOffset ?? -1,
    logEndOffset: replica === null ? -1 : endFor(replica, request.isolationLevel),
  });
}

function errorOf(
  turn: BrokerTurn,
  replica: Replica | null,
  { partition, currentLeaderEpoch, timestamp, isolationLevel }: ListOffsetsRequest,
): KafkaError {
  if (replica === null) return absenceError(turn, partition);
  if (!isOnline(turn, partition)) return 'KAFKA_STORAGE_ERROR';
  const error = leaderAccessError(replica, currentLeaderEpoch);
  if (error !== 'NONE' || isolationLevel === null || timestamp === 'earliest') return error;
  return isEndUnknown(replica) ? 'OFFSET_NOT_AVAILABLE' : 'NONE';
}

/** The end that a reader may see: a consumer's is the high watermark, or the last stable offset. */
export function endFor(replica: Replica, isolation: IsolationLevel | null): Offset {
  if (isolation === null) return logEndOffset(replica.log);
  const { log, highWatermark } = replica;
  return isolation === 'read_committed' ? lastStableOffset(log, highWatermark) : highWatermark;
}

/** A new leader whose high watermark is below its epoch cannot tell clients an end (KIP-207). */
export function isEndUnknown({ role, highWatermark }: Replica): boolean {
  return role.type === 'leader' && highWatermark < role.epochStartOffset;
}
