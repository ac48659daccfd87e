import { backoffMs } from '../chance';
import { KAFKA } from '../config';
import type { BrokerId, Offset } from '../ids';
import { meaningOf } from '../kafkaError';
import type { KafkaError } from '../kafkaError';
import { withEntries } from '../ledger';
import { namesOf } from '../recordNames';
import type { ProduceResponse } from '../message';
import { leaveBroker, staleMetadata, takeLeaderHint } from './metadata';
import { countAcknowledged, countGivenUp, countRefused, isNumbered } from './sequences';
import { retriesBySequence } from './sequences';
import type { ProducerBatch } from './state';
import type { ProducerTurn } from './turn';

/** Errors of a leader that has written nothing. */
const BEFORE_APPEND: ReadonlySet<KafkaError> = new Set<KafkaError>([
  'INVALID_REQUIRED_ACKS',
  'UNKNOWN_TOPIC_OR_PARTITION',
  'NOT_ENOUGH_REPLICAS',
  'OUT_OF_ORDER_SEQUENCE_NUMBER',
  'INVALID_PRODUCER_EPOCH',
  'UNKNOWN_PRODUCER_ID',
]);

/** A leader's answer to a batch (Sender.completeBatch). */
export function takeProduceResponse(
  turn: ProducerTurn,
  broker: BrokerId,
  response: ProduceResponse,
): void {
  const { correlationId, partition, error, baseOffset, currentLeader } = response;
  const batch = batchInFlight(turn, correlationId);
  if (batch === null) return;
  // A leader that has forgotten the offset says merely that it has the batch.
  if (error === 'NONE' || error === 'DUPLICATE_SEQUENCE_NUMBER') {
    acknowledge(turn, batch, batch.inFlight ?? { broker, acks: turn.producer.acks }, baseOffset);
    return;
  }
  failAttempt(turn, correlationId, error);
  if (currentLeader === null) return;
  const { id, metadata } = turn.producer;
  const hint = { broker, partition, ...currentLeader };
  turn.producer = { ...turn.producer, metadata: takeLeaderHint(turn.wire, id, metadata, hint) };
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
  const promises = records.map(({ id, value }, index) => ({
    id,
    value,
    partition,
    acks,
    at,
    offset: baseOffset === -1 ? -1 : baseOffset + index,
  }));
  countAcknowledged(turn, batch);
  turn.producer = {
    ...turn.producer,
    batches: turn.producer.batches.filter((one) => one !== batch),
    acknowledged: withEntries(turn.producer.acknowledged, promises),
  };
  turn.wire.events.push({
    type: 'recordsAcknowledged',
    producer,
    broker,
    partition,
    acks,
    baseOffset,
    lastOffset: baseOffset === -1 ? -1 : baseOffset + records.length - 1,
    ...namesOf(records),
  });
}

/** An attempt failed: the batch is sent again if it may be, until `delivery.timeout.ms`. */
export function failAttempt(turn: ProducerTurn, correlationId: number, error: KafkaError): void {
  const batch = batchInFlight(turn, correlationId);
  // With acks=0 the batch is forgotten, but a closed connection still tells of a new leader.
  if (batch !== null) retryOrAbandon(turn, batch, error);
  if (meaningOf(error).refreshesMetadata) refresh(turn);
}

/**
 * No answer for `request.timeout.ms`: the client closes the connection, and whatever else was under
 * way on it has failed as well (NetworkClient.handleTimedOutRequests).
 */
export function timeOutRequests(turn: ProducerTurn): void {
  const { now } = turn.wire;
  const silent = new Set<BrokerId>();
  for (const { inFlight } of turn.producer.batches) {
    if (inFlight !== null && inFlight.expiresAt <= now) silent.add(inFlight.broker);
  }
  if (silent.size === 0) return;
  for (const broker of silent) avoid(turn, broker);
  for (const { inFlight } of turn.producer.batches) {
    if (inFlight === null || !silent.has(inFlight.broker)) continue;
    failAttempt(turn, inFlight.correlationId, 'REQUEST_TIMED_OUT');
  }
  refresh(turn);
}

/** After `delivery.timeout.ms` the producer gives a batch up, sent or not. */
export function abandonExpired(turn: ProducerTurn): void {
  for (const batch of turn.producer.batches) {
    if (batch.deliveryExpiresAt > turn.wire.now) continue;
    abandon(turn, batch, 'TimeoutException', batch.mayBeWritten || batch.inFlight !== null);
    // A request under way for the first time has no answer yet; a repeated one never may have.
    if (batch.lastError !== 'NONE') countGivenUp(turn, batch);
  }
}

function retryOrAbandon(turn: ProducerTurn, batch: ProducerBatch, error: KafkaError): void {
  const mayBeWritten = batch.mayBeWritten || !BEFORE_APPEND.has(error);
  if (!retriesBySequence(turn, batch, error) && !meaningOf(error).retriable) {
    countRefused(turn, batch);
    abandon(turn, batch, error, mayBeWritten);
    return;
  }
  const { id } = turn.producer;
  const { partition, attempts, records, lastError: errorBefore } = batch;
  const identity = `${id}:retry:${batch.inFlight?.correlationId ?? 0}`;
  const { retryBackoffMs, retryBackoffMaxMs } = KAFKA;
  const { seed, now } = turn.wire;
  const pauseMs = backoffMs(seed, identity, attempts - 1, retryBackoffMs, retryBackoffMaxMs, 20);
  const readyAt = now + pauseMs;
  putBack(turn, batch, { ...batch, inFlight: null, lastError: error, mayBeWritten, readyAt });
  const retried = { partition, error, errorBefore, attempts, ...namesOf(records) };
  turn.wire.events.push({ type: 'produceRetried', producer: id, ...retried });
}

// In its place by its sequences; without them at the head of its partition, so that of two that
// failed the later one goes first (RecordAccumulator.reenqueue).
function putBack(turn: ProducerTurn, batch: ProducerBatch, by: ProducerBatch): void {
  const { batches } = turn.producer;
  if (isNumbered(batch)) {
    turn.producer = { ...turn.producer, batches: batches.map((one) => (one === batch ? by : one)) };
    return;
  }
  const others = batches.filter((one) => one !== batch);
  const isWaiting = ({ partition, inFlight }: ProducerBatch): boolean =>
    partition === batch.partition && inFlight === null;
  const head = others.findIndex(isWaiting);
  const at = head === -1 ? others.length : head;
  turn.producer = { ...turn.producer, batches: others.toSpliced(at, 0, by) };
}

function abandon(
  turn: ProducerTurn,
  batch: ProducerBatch,
  error: KafkaError | 'TimeoutException',
  mayBeWritten: boolean,
): void {
  const { partition, records } = batch;
  const at = turn.wire.now;
  const failures = records.map(({ id }) => ({ id, partition, error, mayBeWritten, at }));
  const { id: producer, batches, failed } = turn.producer;
  turn.producer = {
    ...turn.producer,
    batches: batches.filter((one) => one !== batch),
    failed: withEntries(failed, failures),
  };
  turn.wire.events.push({
    type: 'deliveryFailed',
    producer,
    partition,
    error,
    mayBeWritten,
    ...namesOf(records),
  });
}

/** A connection has closed: whoever is asked for metadata next, it is not that broker. */
export function avoid(turn: ProducerTurn, broker: BrokerId): void {
  const { id, metadata } = turn.producer;
  turn.producer = { ...turn.producer, metadata: leaveBroker(turn.wire, id, metadata, broker) };
}

function refresh(turn: ProducerTurn): void {
  const { id, metadata } = turn.producer;
  turn.producer = { ...turn.producer, metadata: staleMetadata(turn.wire, id, metadata) };
}

function batchInFlight(turn: ProducerTurn, correlationId: number): ProducerBatch | null {
  const { batches } = turn.producer;
  return batches.find(({ inFlight }) => inFlight?.correlationId === correlationId) ?? null;
}
