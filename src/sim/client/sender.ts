import { KAFKA } from '../config';
import { brokerNode } from '../ids';
import type { BrokerId } from '../ids';
import type { KnownLeader } from '../message';
import { acknowledge } from './delivery';
import { knownLeader, staleMetadata } from './metadata';
import { isNumbered, mayBeNumbered, numbered, settleSequences } from './sequences';
import type { ProducerBatch } from './state';
import type { ProducerTurn } from './turn';

/** Sends every batch that is ready to the leader that the producer knows of (Sender.runOnce). */
export function sendReadyBatches(turn: ProducerTurn): void {
  settleSequences(turn);
  for (const { partition } of turn.producer.batches) {
    const batch = nextOf(turn, partition);
    if (batch === null) continue;
    const leader = knownLeader(turn.producer.metadata, partition);
    if (leader === null) askForLeader(turn);
    else if (inFlightTo(turn, leader.leader) < KAFKA.maxInFlightRequests) {
      sendBatch(turn, batch, leader);
    }
  }
}

// The first of a partition that waits, if its time has come. One that is sent again and has
// sequences goes alone; without them nothing keeps it from being overtaken (TransactionManager).
function nextOf(turn: ProducerTurn, partition: ProducerBatch['partition']): ProducerBatch | null {
  const ofPartition = turn.producer.batches.filter((batch) => batch.partition === partition);
  const first = ofPartition.find(({ inFlight }) => inFlight === null);
  if (first === undefined || isBackingOff(turn, first)) return null;
  if (!isNumbered(first)) return mayBeNumbered(turn.producer, partition) ? first : null;
  return ofPartition.find(isNumbered) === first ? first : null;
}

// A leader that is new since the last attempt is worth trying at once (KIP-951).
function isBackingOff(turn: ProducerTurn, batch: ProducerBatch): boolean {
  if (batch.readyAt <= turn.wire.now) return false;
  const leader = knownLeader(turn.producer.metadata, batch.partition);
  return batch.attempts === 0 || leader === null || leader.leaderEpoch <= batch.triedLeaderEpoch;
}

function inFlightTo(turn: ProducerTurn, broker: BrokerId): number {
  return turn.producer.batches.filter((batch) => batch.inFlight?.broker === broker).length;
}

function askForLeader(turn: ProducerTurn): void {
  const { id, metadata } = turn.producer;
  turn.producer = { ...turn.producer, metadata: staleMetadata(turn.wire, id, metadata) };
}

function sendBatch(turn: ProducerTurn, waiting: ProducerBatch, to: KnownLeader): void {
  const batch = numbered(turn, waiting);
  const { id, acks } = turn.producer;
  const { now } = turn.wire;
  const correlationId = turn.producer.correlationId + 1;
  const attempts = batch.attempts + 1;
  const expiresAt = now + KAFKA.requestTimeoutMs;
  const { leader: broker, leaderEpoch } = to;
  const inFlight = { correlationId, broker, leaderEpoch, acks, expiresAt };
  const sentBatch: ProducerBatch = {
    ...batch,
    attempts,
    triedLeaderEpoch: leaderEpoch,
    isRenumbered: false,
    inFlight,
  };
  const { batches } = turn.producer;
  turn.producer = {
    ...turn.producer,
    correlationId,
    batches: batches.map((one) => (one === waiting ? sentBatch : one)),
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
  if (lastError === 'NOT_ENOUGH_REPLICAS') return true;
  const isCutOff = lastError === 'NETWORK_EXCEPTION' || lastError === 'REQUEST_TIMED_OUT';
  return isCutOff && producer.metadata.attempt > 0;
}
