import { effectiveMinInSyncOf } from '../controller/partitions';
import type { Acks } from '../config';
import type { KafkaError } from '../kafkaError';
import type { ProduceRequest } from '../message';
import { namesOf, type RecordNames } from '../recordNames';
import { maybeAdvanceHighWatermark, settleFollowers } from './commit';
import type { LedReplica } from './commit';
import { completeDelayedProduces } from './delayedProduce';
import { assignEpoch } from './leaderEpochs';
import { append, logEndOffset } from './log';
import type { LogRecord } from './log';
import { onDiskAfterAppend } from './pageCache';
import { judgeBatch, producerEntry } from './producerState';
import { wakeFetches } from './sessions';
import { leaderHint } from './metadata';
import { changeBroker, isOnline, ledReplica, send, setReplica, tell } from './turn';
import type { BrokerTurn } from './turn';

/** What decides whether a leader takes a batch, in Kafka's order (ReplicaManager.appendRecords). */
export interface AppendCase {
  readonly acks: Acks;
  readonly isKnown: boolean;
  /** The one of the broker's `log.dirs` that holds the partition can be read. */
  readonly isDirectoryOnline: boolean;
  readonly isLeader: boolean;
  /** Size of the in-sync set that the controller has confirmed. */
  readonly committedInSyncCount: number;
  readonly effectiveMinInSync: number;
}

/** Why a batch is refused before anything is written; NONE when it is taken. */
export function appendError(produce: AppendCase): KafkaError {
  if (produce.acks !== 0 && produce.acks !== 1 && produce.acks !== 'all') {
    return 'INVALID_REQUIRED_ACKS';
  }
  if (!produce.isKnown) return 'UNKNOWN_TOPIC_OR_PARTITION';
  if (!produce.isDirectoryOnline) return 'KAFKA_STORAGE_ERROR';
  if (!produce.isLeader) return 'NOT_LEADER_OR_FOLLOWER';
  // Only acks=all asks for the minimum; acks=0 and acks=1 are written all the same.
  const isTooFew = produce.committedInSyncCount < produce.effectiveMinInSync;
  return produce.acks === 'all' && isTooFew ? 'NOT_ENOUGH_REPLICAS' : 'NONE';
}

/** Takes a batch or refuses it, and answers as its acks ask. */
export function handleProduce(turn: BrokerTurn, request: ProduceRequest): void {
  const { partition, acks } = request;
  // One that is not here, and somewhere else by all that is known, is a matter of who leads it.
  const isKnown = turn.broker.image.partitions[partition] !== undefined;
  const isDirectoryOnline = isOnline(turn, partition);
  const replica = ledReplica(turn, partition);
  const committedInSyncCount = replica?.role.inSync.inSync.length ?? 0;
  const isLeader = replica !== null;
  const effectiveMinInSync = isKnown ? effectiveMinInSyncOf(turn.broker.image, partition) : 0;
  const error = appendError({
    acks,
    isKnown,
    isDirectoryOnline,
    isLeader,
    committedInSyncCount,
    effectiveMinInSync,
  });
  if (replica === null || error !== 'NONE') {
    refuse(turn, request, error, committedInSyncCount, effectiveMinInSync);
    return;
  }
  const verdict = judge(replica, request);
  if (verdict.type === 'refuse') {
    refuse(turn, request, verdict.error, committedInSyncCount, effectiveMinInSync);
    return;
  }
  if (verdict.type === 'duplicate') {
    const { baseOffset, lastOffset } = verdict;
    const recordIds = request.records.map(({ id }) => id);
    const broker = turn.broker.id;
    tell(turn, {
      type: 'duplicateFound',
      broker,
      partition,
      baseOffset,
      lastOffset,
      recordIds,
    });
    // Who held the high watermark back may count no more since (appendRecordsToLeader).
    maybeAdvanceHighWatermark(turn, partition);
    answerWhenSafe(turn, request, baseOffset, lastOffset + 1);
    return;
  }
  const baseOffset = logEndOffset(replica.log);
  const again = inLog(replica, request);
  appendAsLeader(turn, request);
  if (again !== null) tellOfDuplicates(turn, request, baseOffset, again);
  answerWhenSafe(turn, request, baseOffset, baseOffset + request.records.length);
  wakeFetches(turn, partition);
}

/** Appends a batch to a led log under the present epoch, and commits it if nobody else counts. */
export function appendAsLeader(turn: BrokerTurn, request: ProduceRequest): void {
  const { partition } = request;
  settleFollowers(turn, partition);
  const replica = ledReplica(turn, partition);
  if (replica === null) throw new Error(`Broker ${turn.broker.id} does not lead ${partition}.`);
  const { leaderEpoch } = replica;
  const baseOffset = logEndOffset(replica.log);
  const records: readonly LogRecord[] = request.records.map((record, index) => ({
    ...record,
    offset: baseOffset + index,
    leaderEpoch,
  }));
  setReplica(turn, {
    ...replica,
    log: append(replica.log, records),
    onDisk: onDiskAfterAppend(replica, turn.wire.now),
    leaderEpochs: assignEpoch(replica.leaderEpochs, leaderEpoch, baseOffset),
  });
  tell(turn, {
    type: 'recordsAppended',
    broker: turn.broker.id,
    partition,
    leaderEpoch,
    baseOffset,
    lastOffset: baseOffset + records.length - 1,
    ...namesOf(records),
  });
  maybeAdvanceHighWatermark(turn, partition);
}

function judge(replica: LedReplica, { records }: ProduceRequest): ReturnType<typeof judgeBatch> {
  const first = records[0];
  const last = records.at(-1);
  if (first === undefined || last === undefined || first.producerId === -1) {
    return { type: 'append' };
  }
  return judgeBatch(producerEntry(replica.log, first.producerId), {
    producerEpoch: first.producerEpoch,
    firstSequence: first.sequence,
    lastSequence: last.sequence,
  });
}

function answerWhenSafe(
  turn: BrokerTurn,
  request: ProduceRequest,
  baseOffset: number,
  requiredOffset: number,
): void {
  const { correlationId, partition, producer, acks, records, attempt } = request;
  if (acks === 0) return;
  if (acks === 1) {
    const error = 'NONE';
    const answer = { type: 'produceResponse', correlationId, partition, error } as const;
    send(turn, producer, { ...answer, baseOffset, currentLeader: null });
    return;
  }
  const expiresAt = turn.wire.now + request.timeoutMs;
  const delayed = {
    correlationId,
    producer,
    partition,
    baseOffset,
    requiredOffset,
    records,
    attempt,
    expiresAt,
  };
  changeBroker(turn, { delayedProduces: [...turn.broker.delayedProduces, delayed] });
  completeDelayedProduces(turn, partition);
}

function refuse(
  turn: BrokerTurn,
  request: ProduceRequest,
  error: KafkaError,
  inSyncCount: number,
  minInsyncReplicas: number,
): void {
  const { correlationId, partition, producer } = request;
  tell(turn, {
    type: 'produceRefused',
    broker: turn.broker.id,
    producer,
    partition,
    error,
    appended: false,
    inSyncCount,
    minInsyncReplicas,
    attempt: request.attempt,
    recordIds: request.records.map(({ id }) => id),
  });
  if (request.acks === 0) {
    // Nobody waits for an answer; a closed connection is how the producer notices.
    const closed = { type: 'connectionClosed', request: request.type, correlationId } as const;
    send(turn, producer, { ...closed, closedBy: 'server' });
    return;
  }
  // The same answer as the last time is no news.
  const isRoutine = request.attempt > 1 && error === 'NOT_ENOUGH_REPLICAS';
  const answer = { type: 'produceResponse', correlationId, partition, error } as const;
  const currentLeader = leaderHint(turn, partition, error);
  send(turn, producer, { ...answer, baseOffset: -1, currentLeader }, isRoutine);
}

// Nobody in Kafka could tell: a record without a sequence looks like a new one. A batch stays whole
// when it is sent again, and a log loses the end of a batch before its beginning.
function inLog({ log }: LedReplica, { attempt, records }: ProduceRequest): RecordNames | null {
  const first = records[0];
  const isNumbered = first !== undefined && first.producerId !== -1;
  if (isNumbered && attempt === 1) return null;
  const isKnown = (id: number | undefined): boolean => log.records.some((one) => one.id === id);
  return isKnown(first?.id) ? namesOf(records.filter(({ id }) => isKnown(id))) : null;
}

function tellOfDuplicates(
  turn: BrokerTurn,
  { partition, producer, records }: ProduceRequest,
  baseOffset: number,
  again: RecordNames,
): void {
  const lastOffset = baseOffset + records.length - 1;
  const type = 'duplicateAppended';
  const broker = turn.broker.id;
  tell(turn, { type, broker, producer, partition, baseOffset, lastOffset, ...again });
}
