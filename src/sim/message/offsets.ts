import type { IsolationLevel } from '../config';
import type { Offset, PartitionId } from '../ids';
import type { KafkaError } from '../kafkaError';

/** Somebody who has lost its place asks where a log begins or ends (ListOffsets, key 2). */
export interface ListOffsetsRequest {
  readonly type: 'listOffsetsRequest';
  readonly correlationId: number;
  readonly partition: PartitionId;
  readonly currentLeaderEpoch: number;
  /** EARLIEST_TIMESTAMP or LATEST_TIMESTAMP: which of the two is wanted. */
  readonly timestamp: 'earliest' | 'latest';
  /** What a consumer may read; null for a follower, which reads everything. */
  readonly isolationLevel: IsolationLevel | null;
}

/** Kafka answers with the one that was asked for; a follower here learns both at once. */
export interface ListOffsetsResponse {
  readonly type: 'listOffsetsResponse';
  readonly correlationId: number;
  readonly partition: PartitionId;
  readonly error: KafkaError;
  readonly logStartOffset: Offset;
  readonly logEndOffset: Offset;
}

/** A consumer asks the leader where an epoch ended (OffsetForLeaderEpoch, key 23; KIP-320). */
export interface OffsetsForLeaderEpochRequest {
  readonly type: 'offsetsForLeaderEpochRequest';
  readonly correlationId: number;
  readonly partition: PartitionId;
  /** The epoch in which the consumer believes the leader to be. */
  readonly currentLeaderEpoch: number;
  /** The epoch of the last record that it has read. */
  readonly leaderEpoch: number;
}

/** The largest epoch not above the asked one, and where it ended; both -1 when unknown. */
export interface OffsetsForLeaderEpochResponse {
  readonly type: 'offsetsForLeaderEpochResponse';
  readonly correlationId: number;
  readonly partition: PartitionId;
  readonly error: KafkaError;
  readonly leaderEpoch: number;
  readonly endOffset: Offset;
}
