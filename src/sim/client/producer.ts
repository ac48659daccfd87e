import { KAFKA } from '../config';
import type { Produce } from '../command/client';
import { brokerOf, partitionId } from '../ids';
import type { BrokerId, PartitionId } from '../ids';
import type { ConnectionClosed, Flight, MetadataResponse, UnwrittenRecord } from '../message';
import { rowNamed } from '../table';
import { abandonExpired, avoid, failAttempt, takeProduceResponse } from './delivery';
import { timeOutRequests } from './delivery';
import { askMetadata, failMetadata, isMetadataDue, knownLeader } from './metadata';
import { staleMetadata, takeMetadata } from './metadata';
import { drawPartition, isStickyOver, partitionForKey } from './partitioner';
import { sendReadyBatches } from './sender';
import type { ProducerBatch } from './state';
import type { ProducerTurn } from './turn';

/** How many records of our size fit into `batch.size`, 16 KiB. */
const RECORDS_PER_BATCH = 100;

/** What a record has before it is sent for the first time. */
const NO_SEQUENCE = { producerId: -1, producerEpoch: -1, sequence: -1, batchSequence: -1 };

/** What the topic looks like to a producer that chooses partitions. */
export interface ProducerTopic {
  readonly name: string;
  readonly partitions: number;
}

/** `send()`: the record joins a batch, which goes out after `linger.ms` (RecordAccumulator). */
export function produce(
  turn: ProducerTurn,
  topic: ProducerTopic,
  wanted: Pick<Produce, 'partition' | 'key' | 'value'>,
): void {
  const { key, value } = wanted;
  const isSticky = wanted.partition === null && key === null;
  const partition = wanted.partition ?? choosePartition(turn, topic, key);
  const id = turn.takeRecordId();
  const open = openBatch(turn.producer.batches, partition);
  const batches = withRecord(turn, open, partition, { id, key, value, ...NO_SEQUENCE });
  turn.producer = { ...turn.producer, batches };
  if (isSticky) countSticky(turn, topic.name, partition);
  const producer = turn.producer.id;
  turn.wire.events.push({
    type: 'recordProduced',
    producer,
    recordId: id,
    partition,
    key,
    value,
  });
}

/** What arrives at a producer. Anything that is not for it is a fault in the sender. */
export function deliverToProducer(turn: ProducerTurn, { from, message }: Flight): void {
  const broker = brokerOf(from);
  if (broker === null) return;
  switch (message.type) {
    case 'produceResponse':
      takeProduceResponse(turn, broker, message);
      break;
    case 'metadataResponse':
      takeAnswer(turn, message);
      break;
    case 'connectionClosed':
      loseConnection(turn, broker, message);
      break;
    default:
      throw new Error(`A producer does not understand ${message.type}.`);
  }
}

/** What a producer does by the clock. */
export function runProducerTimers(turn: ProducerTurn, topic: ProducerTopic): void {
  const { now } = turn.wire;
  produceLoad(turn, topic);
  abandonExpired(turn);
  timeOutRequests(turn);
  const { metadata, id } = turn.producer;
  if (metadata.inFlight !== null && metadata.inFlight.expiresAt <= now) {
    turn.producer = { ...turn.producer, metadata: failMetadata(turn.wire, id, metadata) };
  }
  sendReadyBatches(turn);
  if (isMetadataDue(turn.producer.metadata, now)) refreshMetadata(turn);
}

function produceLoad(turn: ProducerTurn, topic: ProducerTopic): void {
  const { load, loadCount } = turn.producer;
  if (load === null || load.nextAt > turn.wire.now) return;
  const n = loadCount + 1;
  produce(turn, topic, { partition: null, key: `k${n}`, value: `v${n}` });
  const nextAt = turn.wire.now + Math.max(1, Math.round(1000 / load.recordsPerSecond));
  turn.producer = { ...turn.producer, load: { ...load, nextAt }, loadCount: n };
}

function refreshMetadata(turn: ProducerTurn): void {
  const { id, metadata, batches } = turn.producer;
  const correlationId = turn.producer.correlationId + 1;
  // The first question of a producer that has lost its leader is worth watching.
  const isRoutine = metadata.attempt > 0 || !batches.some((batch) => hasLostLeader(turn, batch));
  const asked = askMetadata(turn.wire, id, metadata, correlationId, isRoutine);
  turn.producer = { ...turn.producer, correlationId, metadata: asked };
}

function takeAnswer(turn: ProducerTurn, response: MetadataResponse): void {
  const { id, batches } = turn.producer;
  const metadata = takeMetadata(turn.wire, id, turn.producer.metadata, response);
  // LEADER_NOT_AVAILABLE: as long as records wait for a leader, it goes on asking.
  const isWaiting = batches.some(({ partition }) => knownLeader(metadata, partition) === null);
  turn.producer = {
    ...turn.producer,
    metadata: isWaiting ? staleMetadata(turn.wire, id, metadata) : metadata,
  };
}

function loseConnection(turn: ProducerTurn, broker: BrokerId, closed: ConnectionClosed): void {
  if (closed.request === 'produceRequest') {
    avoid(turn, broker);
    failAttempt(turn, closed.correlationId, 'NETWORK_EXCEPTION');
    return;
  }
  const { id, metadata } = turn.producer;
  if (metadata.inFlight?.correlationId !== closed.correlationId) return;
  turn.producer = { ...turn.producer, metadata: failMetadata(turn.wire, id, metadata) };
}

// A batch that waits knows of nobody but who has failed it.
function hasLostLeader(turn: ProducerTurn, batch: ProducerBatch): boolean {
  if (batch.inFlight !== null) return false;
  const leader = knownLeader(turn.producer.metadata, batch.partition);
  return leader === null || leader.leaderEpoch <= batch.triedLeaderEpoch;
}

function choosePartition(
  turn: ProducerTurn,
  { name, partitions }: ProducerTopic,
  key: string | null,
): PartitionId {
  if (key !== null) return partitionId(name, partitionForKey(key, partitions));
  const { id, metadata, sticky, stickyDraws } = turn.producer;
  const current = rowNamed(sticky, name);
  if (current !== undefined) return current.partition;
  const all = Array.from({ length: partitions }, (_, index) => partitionId(name, index));
  const draw = `${id}:sticky:${stickyDraws}`;
  turn.producer = { ...turn.producer, stickyDraws: stickyDraws + 1 };
  return drawPartition(turn.wire.seed, draw, all, (one) => knownLeader(metadata, one) !== null);
}

function countSticky(turn: ProducerTurn, topic: string, partition: PartitionId): void {
  const { batches, sticky } = turn.producer;
  const records = (rowNamed(sticky, topic)?.records ?? 0) + 1;
  const isFull = openBatch(batches, partition) === null;
  const { [topic]: _, ...others } = sticky;
  const isOver = isStickyOver(records, RECORDS_PER_BATCH, isFull);
  const after = isOver ? others : { ...others, [topic]: { partition, records } };
  turn.producer = { ...turn.producer, sticky: after };
}

function openBatch(
  batches: readonly ProducerBatch[],
  partition: PartitionId,
): ProducerBatch | null {
  const last = batches.findLast((batch) => batch.partition === partition);
  if (last === undefined || last.attempts > 0) return null;
  return last.records.length < RECORDS_PER_BATCH ? last : null;
}

function withRecord(
  turn: ProducerTurn,
  open: ProducerBatch | null,
  partition: PartitionId,
  record: UnwrittenRecord,
): readonly ProducerBatch[] {
  const { batches } = turn.producer;
  const { now } = turn.wire;
  if (open !== null) {
    const records = [...open.records, record];
    // What is full does not linger.
    const readyAt = records.length < RECORDS_PER_BATCH ? open.readyAt : now;
    return batches.map((batch) => (batch === open ? { ...open, records, readyAt } : batch));
  }
  const deliveryExpiresAt = now + KAFKA.deliveryTimeoutMs;
  const batch: ProducerBatch = {
    partition,
    records: [record],
    createdAt: now,
    deliveryExpiresAt,
    attempts: 0,
    triedLeaderEpoch: -1,
    isRenumbered: false,
    readyAt: now + KAFKA.lingerMs,
    lastError: 'NONE',
    mayBeWritten: false,
    inFlight: null,
  };
  return [...batches, batch];
}
