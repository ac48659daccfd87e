import type { PartitionId } from '../ids';
import { partitionIdsIn } from '../ids';
import type { KafkaError } from '../kafkaError';
import { withRow } from '../table';
import { nextSequence } from '../broker/producerState';
import type { PartitionSequences, ProducerBatch, ProducerState } from './state';
import type { ProducerTurn } from './turn';

const NOT_COUNTED: PartitionSequences = {
  producerId: -1,
  producerEpoch: -1,
  next: 0,
  lastAcknowledged: -1,
  unresolvedNext: null,
};

/** Whether a batch has been given sequences: it was sent by an idempotent producer. */
export function isNumbered({ records }: ProducerBatch): boolean {
  return (records[0]?.sequence ?? -1) !== -1;
}

/**
 * Whether the next new batch of a partition may be given its sequences. Not while older ones under
 * another epoch are unanswered, nor while it is open whether the leader has what was given up
 * (RecordAccumulator.shouldStopDrainBatchesForPartition).
 */
export function mayBeNumbered(producer: ProducerState, partition: PartitionId): boolean {
  if (producer.producerId === -1) return true;
  const counted = countedIn(producer, partition);
  if (counted.unresolvedNext !== null) return false;
  return !isStale(producer, counted) || !hasNumbered(producer, partition);
}

/** The batch as it is sent for the first time: with the next sequences of its partition. */
export function numbered(turn: ProducerTurn, batch: ProducerBatch): ProducerBatch {
  const { producerId } = turn.producer;
  if (producerId === -1 || isNumbered(batch)) return batch;
  const { partition } = batch;
  // Nothing of the partition is unanswered: under a new epoch it counts from 0.
  if (isStale(turn.producer, countedIn(turn.producer, partition))) beginAgain(turn, partition);
  const counted = countedIn(turn.producer, partition);
  const { given, next } = withSequences(turn.producer, batch, counted.next);
  changeCounted(turn, partition, { ...counted, next });
  return given;
}

/** The leader has the batch, so its sequences are used up (handleCompletedBatch). */
export function countAcknowledged(turn: ProducerTurn, batch: ProducerBatch): void {
  const last = batch.records.at(-1)?.sequence ?? -1;
  const counted = turn.producer.sequences[batch.partition];
  if (counted === undefined || last <= counted.lastAcknowledged) return;
  changeCounted(turn, batch.partition, { ...counted, lastAcknowledged: last });
}

/**
 * Whether an idempotent producer sends a batch again after an error that ends it for any other one.
 * Where a gap is certain it counts from 0 under a new epoch (TransactionManager.canRetry).
 */
export function retriesBySequence(
  turn: ProducerTurn,
  batch: ProducerBatch,
  error: KafkaError,
): boolean {
  if (turn.producer.producerId === -1 || !isNumbered(batch)) return false;
  if (error === 'UNKNOWN_PRODUCER_ID') {
    if (!batch.isRenumbered) turn.partitionsToRewrite.add(batch.partition);
    return true;
  }
  if (error !== 'OUT_OF_ORDER_SEQUENCE_NUMBER') return false;
  const { lastAcknowledged, unresolvedNext } = countedIn(turn.producer, batch.partition);
  const first = batch.records[0]?.sequence ?? -1;
  // One before it is missing still: then this one had to be refused, and its turn will come.
  const isNext = first - lastAcknowledged === 1;
  if (unresolvedNext === null && (batch.isRenumbered || !isNext)) return true;
  if (unresolvedNext === null || unresolvedNext === first) {
    turn.partitionsToRewrite.add(batch.partition);
  }
  return true;
}

/** The leader refused a batch for good: its sequences leave a gap (handleFailedBatch). */
export function countRefused(turn: ProducerTurn, batch: ProducerBatch): void {
  if (turn.producer.producerId !== -1 && isNumbered(batch)) {
    turn.partitionsToRewrite.add(batch.partition);
  }
}

/** A batch was given up after it had been sent more than once (markSequenceUnresolved). */
export function countGivenUp(turn: ProducerTurn, batch: ProducerBatch): void {
  const counted = turn.producer.sequences[batch.partition];
  if (counted === undefined || !isNumbered(batch)) return;
  const after = nextSequence(batch.records.at(-1)?.sequence ?? -1);
  const unresolvedNext = Math.max(counted.unresolvedNext ?? 0, after);
  changeCounted(turn, batch.partition, { ...counted, unresolvedNext });
}

/**
 * Before anything is sent: what was left open is settled once nothing is unanswered, and where a
 * series has a gap the producer raises its epoch and counts that partition from 0, the unanswered
 * batches included (maybeResolveSequences, bumpIdempotentProducerEpoch; KIP-360).
 */
export function settleSequences(turn: ProducerTurn): void {
  for (const partition of partitionIdsIn(turn.producer.sequences)) {
    const counted = countedIn(turn.producer, partition);
    if (counted.unresolvedNext === null || hasNumbered(turn.producer, partition)) continue;
    changeCounted(turn, partition, { ...counted, unresolvedNext: null });
    if (counted.next - counted.lastAcknowledged !== 1) turn.partitionsToRewrite.add(partition);
  }
  if (turn.partitionsToRewrite.size === 0) return;
  const producerEpoch = turn.producer.producerEpoch + 1;
  turn.producer = { ...turn.producer, producerEpoch };
  for (const partition of turn.partitionsToRewrite) beginAgain(turn, partition);
  turn.partitionsToRewrite.clear();
}

// Numbers the unanswered batches of a partition from 0 (startSequencesAtBeginning).
function beginAgain(turn: ProducerTurn, partition: PartitionId): void {
  let next = 0;
  const batches = turn.producer.batches.map((batch) => {
    if (batch.partition !== partition || !isNumbered(batch)) return batch;
    const renumbered = withSequences(turn.producer, batch, next);
    next = renumbered.next;
    return { ...renumbered.given, isRenumbered: true };
  });
  const { producerId, producerEpoch } = turn.producer;
  turn.producer = { ...turn.producer, batches };
  const fresh = { ...NOT_COUNTED, producerId, producerEpoch, next };
  changeCounted(turn, partition, fresh);
}

function withSequences(
  { producerId, producerEpoch }: ProducerState,
  batch: ProducerBatch,
  first: number,
): { readonly given: ProducerBatch; readonly next: number } {
  let next = first;
  const records = batch.records.map((record) => {
    const sequence = next;
    next = nextSequence(next);
    return { ...record, producerId, producerEpoch, sequence, batchSequence: first };
  });
  return { given: { ...batch, records }, next };
}

function countedIn({ sequences }: ProducerState, partition: PartitionId): PartitionSequences {
  return sequences[partition] ?? NOT_COUNTED;
}

function changeCounted(
  turn: ProducerTurn,
  partition: PartitionId,
  counted: PartitionSequences,
): void {
  const sequences = withRow(turn.producer.sequences, partition, counted);
  turn.producer = { ...turn.producer, sequences };
}

function isStale(producer: ProducerState, counted: PartitionSequences): boolean {
  return (
    counted.producerId !== producer.producerId || counted.producerEpoch !== producer.producerEpoch
  );
}

function hasNumbered({ batches }: ProducerState, partition: PartitionId): boolean {
  return batches.some((batch) => batch.partition === partition && isNumbered(batch));
}
