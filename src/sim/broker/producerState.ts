import type { Offset } from '../ids';
import type { KafkaError } from '../kafkaError';
import type { Log } from './log';

/** A batch that a replica remembers of an idempotent producer (BatchMetadata). */
export interface RememberedBatch {
  readonly firstSequence: number;
  readonly lastSequence: number;
  readonly lastOffset: Offset;
}

/** What a replica knows of one producer in one partition (ProducerStateEntry). */
export interface ProducerEntry {
  readonly producerEpoch: number;
  /** The last five batches, oldest first. */
  readonly batches: readonly RememberedBatch[];
}

/** A batch as a client sends it. */
export interface ClientBatch {
  readonly producerEpoch: number;
  readonly firstSequence: number;
  readonly lastSequence: number;
}

/** What becomes of a client's batch. */
export type BatchVerdict =
  | { readonly type: 'append' }
  | { readonly type: 'duplicate'; readonly baseOffset: Offset; readonly lastOffset: Offset }
  | { readonly type: 'refuse'; readonly error: KafkaError };

/** How many batches are remembered; a client keeps at most as many in flight. */
const REMEMBERED_BATCHES = 5;

const SEQUENCE_LIMIT = 2_147_483_647;

/**
 * What a log tells about a producer. Derived, so that every replica that has the records knows it:
 * a new leader as well as the old one (ProducerStateManager).
 */
export function producerEntry(log: Log, producerId: number): ProducerEntry | null {
  const batches: RememberedBatch[] = [];
  let producerEpoch = -1;
  for (let i = log.records.length - 1; i >= 0; i--) {
    const record = log.records[i];
    if (record === undefined || record.producerId !== producerId) continue;
    if (producerEpoch === -1) producerEpoch = record.producerEpoch;
    if (record.producerEpoch !== producerEpoch) break;
    const newest = batches.at(-1);
    if (newest?.firstSequence === record.batchSequence) continue;
    if (batches.length === REMEMBERED_BATCHES) break;
    batches.push({
      firstSequence: record.batchSequence,
      lastSequence: record.sequence,
      lastOffset: record.offset,
    });
  }
  return producerEpoch === -1 ? null : { producerEpoch, batches: batches.toReversed() };
}

/**
 * Duplicate, gap or next in line (UnifiedLog.analyzeAndValidateProducerState). Without any entry
 * every sequence is accepted.
 */
export function judgeBatch(entry: ProducerEntry | null, batch: ClientBatch): BatchVerdict {
  if (entry === null) return { type: 'append' };
  if (batch.producerEpoch < entry.producerEpoch) return refuse('INVALID_PRODUCER_EPOCH');
  if (batch.producerEpoch > entry.producerEpoch) {
    return batch.firstSequence === 0 ? { type: 'append' } : refuse('OUT_OF_ORDER_SEQUENCE_NUMBER');
  }
  const twin = entry.batches.find(
    (known) =>
      known.firstSequence === batch.firstSequence && known.lastSequence === batch.lastSequence,
  );
  if (twin !== undefined) {
    const baseOffset = twin.lastOffset - distance(twin.firstSequence, twin.lastSequence);
    return { type: 'duplicate', baseOffset, lastOffset: twin.lastOffset };
  }
  const last = entry.batches.at(-1);
  const expected = last === undefined ? batch.firstSequence : nextSequence(last.lastSequence);
  return batch.firstSequence === expected
    ? { type: 'append' }
    : refuse('OUT_OF_ORDER_SEQUENCE_NUMBER');
}

/** 2^31−1 is followed by 0 (DefaultRecordBatch.incrementSequence). */
export function nextSequence(sequence: number): number {
  return sequence === SEQUENCE_LIMIT ? 0 : sequence + 1;
}

// How many steps lead from one sequence to another, over the wrap if need be.
function distance(from: number, to: number): number {
  return to >= from ? to - from : SEQUENCE_LIMIT - from + 1 + to;
}

function refuse(error: KafkaError): BatchVerdict {
  return { type: 'refuse', error };
}
