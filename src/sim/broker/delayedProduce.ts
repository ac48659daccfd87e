import { effectiveMinInSyncOf } from '../controller/partitions';
import type { Offset, PartitionId } from '../ids';
import type { KafkaError } from '../kafkaError';
import { maximalInSync } from './inSync';
import type { DelayedProduce } from './state';
import { leaderHint } from './metadata';
import { changeBroker, isOnline, ledReplica, send, tell } from './turn';
import type { BrokerTurn } from './turn';

/** What a waiting acks=all produce depends on. */
export interface DelayedProduceCase {
  readonly requiredOffset: Offset;
  /** The directory that holds the partition can be read. */
  readonly isDirectoryOnline: boolean;
  readonly isLeader: boolean;
  readonly highWatermark: Offset;
  readonly maximalInSyncCount: number;
  readonly effectiveMinInSync: number;
  /** `request.timeout.ms` of the producer has passed. */
  readonly isExpired: boolean;
}

/**
 * The outcome of a waiting produce, null while it has to wait on. It waits for the in-sync set by
 * way of the high watermark, never for all replicas (DelayedProduce.tryComplete).
 */
export function delayedProduceOutcome(produce: DelayedProduceCase): KafkaError | null {
  if (!produce.isDirectoryOnline) return 'KAFKA_STORAGE_ERROR';
  if (!produce.isLeader) return 'NOT_LEADER_OR_FOLLOWER';
  if (produce.highWatermark >= produce.requiredOffset) {
    const isEnough = produce.effectiveMinInSync <= produce.maximalInSyncCount;
    return isEnough ? 'NONE' : 'NOT_ENOUGH_REPLICAS_AFTER_APPEND';
  }
  return produce.isExpired ? 'REQUEST_TIMED_OUT' : null;
}

/** Answers the waiting produces of a partition that have an outcome now. */
export function completeDelayedProduces(turn: BrokerTurn, partition: PartitionId): void {
  completeWhere(turn, (produce) => produce.partition === partition);
}

/** Answers the waiting produces whose time is over. */
export function expireProduces(turn: BrokerTurn): void {
  completeWhere(turn, (produce) => produce.expiresAt <= turn.wire.now);
}

function completeWhere(turn: BrokerTurn, isAsked: (produce: DelayedProduce) => boolean): void {
  if (!turn.broker.delayedProduces.some(isAsked)) return;
  const waiting: DelayedProduce[] = [];
  const done: { readonly produce: DelayedProduce; readonly error: KafkaError }[] = [];
  for (const produce of turn.broker.delayedProduces) {
    const error = isAsked(produce) ? outcomeOf(turn, produce) : null;
    if (error === null) waiting.push(produce);
    else done.push({ produce, error });
  }
  if (done.length === 0) return;
  changeBroker(turn, { delayedProduces: waiting });
  for (const { produce, error } of done) answerProduce(turn, produce, error);
}

function outcomeOf(turn: BrokerTurn, produce: DelayedProduce): KafkaError | null {
  const replica = ledReplica(turn, produce.partition);
  return delayedProduceOutcome({
    requiredOffset: produce.requiredOffset,
    isDirectoryOnline: isOnline(turn, produce.partition),
    isLeader: replica !== null,
    highWatermark: replica?.highWatermark ?? -1,
    maximalInSyncCount: replica === null ? 0 : maximalInSync(replica.role.inSync).length,
    effectiveMinInSync: effectiveMinInSyncOf(turn.broker.image, produce.partition),
    isExpired: produce.expiresAt <= turn.wire.now,
  });
}

function answerProduce(turn: BrokerTurn, produce: DelayedProduce, error: KafkaError): void {
  const { correlationId, partition, producer } = produce;
  if (error !== 'NONE') {
    const replica = ledReplica(turn, partition);
    tell(turn, {
      type: 'produceRefused',
      broker: turn.broker.id,
      producer,
      partition,
      error,
      appended: true,
      attempt: produce.attempt,
      inSyncCount: replica === null ? 0 : maximalInSync(replica.role.inSync).length,
      minInsyncReplicas: effectiveMinInSyncOf(turn.broker.image, partition),
      recordIds: produce.records.map(({ id }) => id),
    });
  }
  const baseOffset = error === 'NONE' ? produce.baseOffset : -1;
  const answer = { type: 'produceResponse', correlationId, partition, error } as const;
  const currentLeader = leaderHint(turn, partition, error);
  send(turn, producer, { ...answer, baseOffset, currentLeader });
}
