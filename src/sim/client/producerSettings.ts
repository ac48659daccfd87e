import type { Acks } from '../config';
import type { ProducerTurn } from './turn';

/**
 * The application starts its producer again with other acks. Records that wait go out under the new
 * one. Only acks=all leaves idempotence on (ProducerConfig).
 */
export function changeAcks(turn: ProducerTurn, acks: Acks): void {
  const { id, acks: from, batches, producerId } = turn.producer;
  const idempotent = acks === 'all';
  const nextId = idempotent ? newProducerId(turn) : -1;
  const renumbered = batches.map((batch) => ({
    ...batch,
    records: batch.records.map((record) =>
      idempotent || producerId === -1
        ? record
        : { ...record, producerId: -1, sequence: -1, batchSequence: -1 },
    ),
  }));
  turn.producer = {
    ...turn.producer,
    acks,
    producerId: nextId,
    producerEpoch: 0,
    nextSequence: {},
    batches: renumbered,
  };
  turn.wire.events.push({ type: 'acksChanged', producer: id, from, to: acks });
}

/** Sends records at an even pace, or stops to. */
export function setLoad(turn: ProducerTurn, recordsPerSecond: number | null): void {
  const { id: producer } = turn.producer;
  if (recordsPerSecond === null) {
    turn.producer = { ...turn.producer, load: null };
    turn.wire.events.push({ type: 'loadStopped', producer });
    return;
  }
  turn.producer = { ...turn.producer, load: { recordsPerSecond, nextAt: turn.wire.now } };
  turn.wire.events.push({ type: 'loadStarted', producer, recordsPerSecond });
}

// Kafka numbers producers across the cluster; one id for each start is enough to tell them apart.
function newProducerId({ wire }: ProducerTurn): number {
  return wire.now;
}
