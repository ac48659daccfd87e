import type { Offset } from '../ids';

/** One record as it stands in a log. The same on every replica that has it. */
export interface LogRecord {
  readonly offset: Offset;
  /** Term of the leader that appended it. */
  readonly leaderEpoch: number;
  /** Which of the run's records this is, from 1. */
  readonly id: number;
  readonly key: string | null;
  readonly value: string;
  /** Producer id, -1 when the producer is not idempotent. */
  readonly producerId: number;
  readonly producerEpoch: number;
  /** Number of the record in its producer's series for this partition, -1 without idempotence. */
  readonly sequence: number;
  /** Sequence of the first record of the batch it came in. */
  readonly batchSequence: number;
  /** Part of a transaction, or the marker that ends one; left out: neither. */
  readonly transaction?: 'data' | 'COMMIT' | 'ABORT';
}

/** Records from the start offset on, without gaps. */
export interface Log {
  readonly startOffset: Offset;
  readonly records: readonly LogRecord[];
}

/** A log without records, from offset 0. */
export const EMPTY_LOG: Log = { startOffset: 0, records: [] };

/** Log end offset: the offset that the next record will get (LocalLog). */
export function logEndOffset(log: Log): Offset {
  return log.startOffset + log.records.length;
}

/** The record at an offset, or null when the log does not hold it. */
export function recordAt(log: Log, offset: Offset): LogRecord | null {
  return log.records[offset - log.startOffset] ?? null;
}

/**
 * Records from an offset up to a bound, exclusive (LocalLog.read). Empty at or above the bound;
 * the caller has checked that the offset lies within the log.
 */
export function readUpTo(log: Log, from: Offset, bound: Offset): readonly LogRecord[] {
  return from >= bound ? [] : log.records.slice(from - log.startOffset, bound - log.startOffset);
}

/** The log with records at its end. Throws when they would leave a gap or overlap. */
export function append(log: Log, records: readonly LogRecord[]): Log {
  const first = records[0];
  if (first !== undefined && first.offset !== logEndOffset(log)) {
    throw new Error(`Offset ${first.offset} does not follow log end ${logEndOffset(log)}.`);
  }
  return { startOffset: log.startOffset, records: [...log.records, ...records] };
}

/** The log without the records from an offset on (UnifiedLog.truncateTo). */
export function truncateTo(log: Log, offset: Offset): Log {
  if (offset >= logEndOffset(log)) return log;
  const kept = Math.max(0, offset - log.startOffset);
  return { startOffset: log.startOffset, records: log.records.slice(0, kept) };
}
