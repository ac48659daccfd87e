import { backoffMs } from '../chance';
import { KAFKA } from '../config';
import type { Offset } from '../ids';
import { meaningOf } from '../kafkaError';
import type { KafkaError } from '../kafkaError';
import type { ProduceResponse } from '../message';
import { withRow } from '../table';
import { staleMetadata } from './metadata';
import type { ProducerBatch } from './state';
import type { ProducerTurn } from './turn';

/** The leader took a batch: its records are acknowledged. */
export function completeBatch(turn: ProducerTurn, response: ProduceResponse): void {
  const batch = batchInFlight(turn, response.correlationId);
  const inFlight = batch?.inFlight ?? null;
  if (batch === null || inFlight === null) return;
  acknowledge(turn, batch, inFlight, response.baseOffset);
}

/** Tells the application that its records are written; with acks=0 merely that they were sent. */
export function acknowledge(
  turn: ProducerTurn,
  batch: ProducerBatch,
  { broker, acks }: Pick<NonNullable<ProducerBatch['inFlight']>, 'broker' | 'acks'>,
  baseOffset: Offset,
): void {
  const { id: producer } = turn.producer;
  const { partition, records } = batch;
  const at = turn.wire.now;
  const promises = records.map(({ id }, index) => ({
    id,
    partition,
    acks,
    at,
    offset: baseOffset === -1 ? -1 : baseOffset + index,
  }));
  turn.producer = {
    ...turn.producer,
    batches: turn.producer.batches.filter((one) => one !== batch),
    acknowledged: [...turn.producer.acknowledged, ...promises],
  };
  turn.wire.events.push({
    type: 'recordsAcknowledged',
    producer,
    broker,
    partition,
    acks,
    baseOffset,
    lastOffset: baseOffset === -1 ? -1 : baseOffset + records.length - 1,
    recordIds: records.map(({ id }) => id),
  });
}

/** An error for a batch: sent again if it may be, until `delivery.timeout.ms` (Sender). */
export function retryBatch(turn: ProducerTurn, correlationId: number, error: KafkaError): void {
  const batch = batchInFlight(turn, correlationId);
  if (batch === null) {
    // With acks=0 the batch is forgotten, but a closed connection still tells of a new leader.
    if (meaningOf(error).refreshesMetadata) refresh(turn);
    return;
  }
  const isFixable = error === 'OUT_OF_ORDER_SEQUENCE_NUMBER' || error === 'INVALID_PRODUCER_EPOCH';
  if (!meaningOf(error).retriable && !isFixable) {
    abandon(turn, batch, error);
    return;
  }
  const { id, partition, attempts } = { id: turn.producer.id, ...batch };
  const identity = `${id}:retry:${correlationId}`;
  const { retryBackoffMs, retryBackoffMaxMs } = KAFKA;
  const { seed, now } = turn.wire;
  const pauseMs = backoffMs(seed, identity, attempts - 1, retryBackoffMs, retryBackoffMaxMs, 20);
  const mayBeWritten = batch.mayBeWritten || error !== 'NOT_ENOUGH_REPLICAS';
  const readyAt = now + pauseMs;
  const retried = { ...batch, inFlight: null, lastError: error, mayBeWritten, readyAt };
  replaceBatch(turn, batch, retried);
  if (isFixable) renumber(turn, retried, error);
  const recordIds = batch.records.map((record) => record.id);
  turn.wire.events.push({
    type: 'produceRetried',
    producer: id,
    partition,
    error,
    attempts,
    recordIds,
  });
  if (meaningOf(error).refreshesMetadata) refresh(turn);
}

/** Requests without an answer for `request.timeout.ms` have failed, as far as one can tell. */
export function timeOutRequests(turn: ProducerTurn): void {
  for (const { inFlight } of turn.producer.batches) {
    if (inFlight === null || inFlight.expiresAt > turn.wire.now) continue;
    retryBatch(turn, inFlight.correlationId, 'NETWORK_EXCEPTION');
  }
}

/** After `delivery.timeout.ms` the producer gives a batch up, sent or not. */
export function abandonExpired(turn: ProducerTurn): void {
  for (const batch of turn.producer.batches) {
    if (batch.deliveryExpiresAt <= turn.wire.now) abandon(turn, batch, 'TimeoutException');
  }
}

function abandon(
  turn: ProducerTurn,
  batch: ProducerBatch,
  error: KafkaError | 'TimeoutException',
): void {
  const { partition, records } = batch;
  const mayBeWritten = batch.mayBeWritten || batch.inFlight !== null;
  const at = turn.wire.now;
  const failures = records.map(({ id }) => ({ id, partition, error, mayBeWritten, at }));
  const { id: producer, batches, failed } = turn.producer;
  turn.producer = {
    ...turn.producer,
    batches: batches.filter((one) => one !== batch),
    failed: [...failed, ...failures],
  };
  const recordIds = records.map(({ id }) => id);
  turn.wire.events.push({
    type: 'deliveryFailed',
    producer,
    partition,
    error,
    mayBeWritten,
    recordIds,
  });
}

// The leader misses what came before: a new producer epoch, and numbers from 0 (KIP-360).
function renumber(turn: ProducerTurn, batch: ProducerBatch, error: KafkaError): void {
  const isStale = error === 'INVALID_PRODUCER_EPOCH';
  const producerEpoch = turn.producer.producerEpoch + (isStale ? 0 : 1);
  let sequence = 0;
  const batches = turn.producer.batches.map((one) => {
    if (one.partition !== batch.partition || one.inFlight !== null) return one;
    const batchSequence = sequence;
    const records = one.records.map((record) => {
      const numbered = { ...record, producerEpoch, batchSequence, sequence };
      sequence++;
      return numbered;
    });
    return { ...one, records };
  });
  const nextSequence = withRow(turn.producer.nextSequence, batch.partition, sequence);
  turn.producer = { ...turn.producer, producerEpoch, nextSequence, batches };
}

function refresh(turn: ProducerTurn): void {
  const { id, metadata } = turn.producer;
  turn.producer = { ...turn.producer, metadata: staleMetadata(turn.wire, id, metadata) };
}

function batchInFlight(turn: ProducerTurn, correlationId: number): ProducerBatch | null {
  const { batches } = turn.producer;
  return batches.find(({ inFlight }) => inFlight?.correlationId === correlationId) ?? null;
}

function replaceBatch(turn: ProducerTurn, batch: ProducerBatch, by: ProducerBatch): void {
  const batches = turn.producer.batches.map((one) => (one === batch ? by : one));
  turn.producer = { ...turn.producer, batches };
}
