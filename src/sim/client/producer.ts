import { KAFKA } from '../config';
import type { Produce } from '../command/client';
import { partitionIdsIn } from '../ids';
import type { PartitionId } from '../ids';
import type { ConnectionClosed, Flight, MetadataResponse, UnwrittenRecord } from '../message';
import { withRow } from '../table';
import { nextSequence } from '../broker/producerState';
import { abandonExpired, completeBatch, retryBatch, timeOutRequests } from './delivery';
import { askMetadata, failMetadata, isMetadataDue, knownLeader } from './metadata';
import { staleMetadata, takeMetadata } from './metadata';
import { choosePartition } from './partitioner';
import { sendReadyBatches } from './sender';
import type { ProducerBatch, ProducerState } from './state';
import type { ProducerTurn } from './turn';

/** How many records of our size fit into `batch.size`, 16 KiB. */
const RECORDS_PER_BATCH = 100;

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
  const sticky = stickyPartition(turn.producer, topic.partitions);
  const partition = choosePartition(topic.name, topic.partitions, wanted.partition, key, sticky);
  const id = turn.takeRecordId();
  const { producerId, producerEpoch, nextSequence: sequences } = turn.producer;
  const sequence = producerId === -1 ? -1 : (sequences[partition] ?? 0);
  const open = openBatch(turn.producer, partition);
  const batchSequence = open?.records[0]?.batchSequence ?? sequence;
  const record = { id, key, value, producerId, producerEpoch, sequence, batchSequence };
  turn.producer = {
    ...turn.producer,
    nextSequence: withRow(sequences, partition, sequence === -1 ? 0 : nextSequence(sequence)),
    batches: withRecord(turn, open, partition, record),
  };
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
export function deliverToProducer(turn: ProducerTurn, { message }: Flight): void {
  switch (message.type) {
    case 'produceResponse':
      if (message.error === 'NONE') completeBatch(turn, message);
      else retryBatch(turn, message.correlationId, message.error);
      break;
    case 'metadataResponse':
      takeAnswer(turn, message);
      break;
    case 'connectionClosed':
      loseConnection(turn, message);
      break;
    default:
      throw new Error(`A producer does not understand ${message.type}.`);
  }
  sendReadyBatches(turn);
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
  const isRoutine = metadata.attempt > 0 || batches.length === 0;
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

function loseConnection(turn: ProducerTurn, closed: ConnectionClosed): void {
  if (closed.request === 'produceRequest') {
    retryBatch(turn, closed.correlationId, 'NETWORK_EXCEPTION');
    return;
  }
  const { id, metadata } = turn.producer;
  if (metadata.inFlight?.correlationId !== closed.correlationId) return;
  turn.producer = { ...turn.producer, metadata: failMetadata(turn.wire, id, metadata) };
}

// Kafka draws one by chance and stays with it for a batch.size; here it is the first with a leader.
function stickyPartition({ metadata }: ProducerState, partitions: number): number {
  const led = partitionIdsIn(metadata.leaders).findIndex(
    (id) => knownLeader(metadata, id) !== null,
  );
  return led === -1 ? 0 : led % partitions;
}

function openBatch(producer: ProducerState, partition: PartitionId): ProducerBatch | null {
  const last = producer.batches.findLast((batch) => batch.partition === partition);
  if (last === undefined || last.attempts > 0 || last.inFlight !== null) return null;
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
    return batches.map((batch) => (batch === open ? { ...open, records } : batch));
  }
  const deliveryExpiresAt = now + KAFKA.deliveryTimeoutMs;
  const batch: ProducerBatch = {
    partition,
    records: [record],
    createdAt: now,
    deliveryExpiresAt,
    attempts: 0,
    readyAt: now + KAFKA.lingerMs,
    lastError: 'NONE',
    mayBeWritten: false,
    inFlight: null,
  };
  return [...batches, batch];
}
