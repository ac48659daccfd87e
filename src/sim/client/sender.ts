import { KAFKA } from '../config';
import { brokerNode } from '../ids';
import type { BrokerId } from '../ids';
import type { KnownLeader } from '../message';
import { acknowledge } from './delivery';
import { knownLeader, staleMetadata } from './metadata';
import type { ProducerBatch } from './state';
import type { ProducerTurn } from './turn';

/** Sends every batch that is ready to the leader that the producer knows of (Sender). */
export function sendReadyBatches(turn: ProducerTurn): void {
  for (const batch of turn.producer.batches) {
    if (!maySend(turn, batch)) continue;
    const leader = knownLeader(turn.producer.metadata, batch.partition);
    if (leader === null) askForLeader(turn);
    else if (inFlightTo(turn, leader.leader) < KAFKA.maxInFlightRequests) {
      sendBatch(turn, batch, leader);
    }
  }
}

// Batches of a partition stay in order; one that is sent again goes alone (TransactionManager).
function maySend(turn: ProducerTurn, batch: ProducerBatch): boolean {
  if (batch.inFlight !== null || batch.readyAt > turn.wire.now) return false;
  for (const earlier of turn.producer.batches) {
    if (earlier === batch) return true;
    if (earlier.partition !== batch.partition) continue;
    if (earlier.inFlight === null || batch.attempts > 0) return false;
  }
  return true;
}

function inFlightTo(turn: ProducerTurn, broker: BrokerId): number {
  return turn.producer.batches.filter((batch) => batch.inFlight?.broker === broker).length;
}

function askForLeader(turn: ProducerTurn): void {
  const { id, metadata } = turn.producer;
  turn.producer = { ...turn.producer, metadata: staleMetadata(turn.wire, id, metadata) };
}

function sendBatch(turn: ProducerTurn, batch: ProducerBatch, to: KnownLeader): void {
  const { id, acks } = turn.producer;
  const { now } = turn.wire;
  const correlationId = turn.producer.correlationId + 1;
  const attempts = batch.attempts + 1;
  const expiresAt = now + KAFKA.requestTimeoutMs;
  const { leader: broker, leaderEpoch } = to;
  const inFlight = { correlationId, broker, leaderEpoch, acks, expiresAt };
  const sentBatch: ProducerBatch = { ...batch, attempts, inFlight };
  const { batches } = turn.producer;
  turn.producer = {
    ...turn.producer,
    correlationId,
    batches: batches.map((one) => (one === batch ? sentBatch : one)),
  };
  const { partition, records } = batch;
  const isRepeated = attempts > 1 && goesTheSameWay(turn, batch);
  turn.wire.outbox.push({
    from: id,
    to: brokerNode(to.leader),
    background: isRepeated,
    message: {
      type: 'produceRequest',
      correlationId,
      producer: id,
      partition,
      acks,
      records,
      timeoutMs: KAFKA.requestTimeoutMs,
      attempt: attempts,
    },
  });
  // acks=0: nobody will answer, so for the producer it is done.
  if (acks === 0) acknowledge(turn, sentBatch, inFlight, -1);
}

// Nothing was learnt since the last attempt: it will fare as it did then.
function goesTheSameWay({ producer }: ProducerTurn, { lastError }: ProducerBatch): boolean {
  if (lastError === 'NETWORK_EXCEPTION') return producer.metadata.attempt > 0;
  return lastError === 'NOT_ENOUGH_REPLICAS' || lastError === 'REQUEST_TIMED_OUT';
}
