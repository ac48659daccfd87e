import { describe, expect, it } from 'vitest';
import { EMPTY_LOG, append, logEndOffset, readUpTo, recordAt, truncateTo } from './log';
import type { LogRecord } from './log';

function record(offset: number): LogRecord {
  const producer = { producerId: -1, producerEpoch: 0, sequence: -1, batchSequence: -1 };
  return { offset, leaderEpoch: 0, id: offset + 1, key: null, value: `v${offset}`, ...producer };
}

// Everything before offset 5 has been deleted.
const log = { startOffset: 5, records: [5, 6, 7, 8].map(record) };
const offsets = (records: readonly LogRecord[]): readonly number[] =>
  records.map(({ offset }) => offset);

describe('a log', () => {
  it('ends at the offset that the next record will get', () => {
    expect(logEndOffset(log)).toBe(9);
  });

  it('ends where it starts as long as it is empty', () => {
    expect(logEndOffset(EMPTY_LOG)).toBe(0);
    expect(logEndOffset({ startOffset: 5, records: [] })).toBe(5);
  });

  it('holds a record at its offset, and none outside its range', () => {
    expect(recordAt(log, 6)?.value).toBe('v6');
    expect([4, 9].map((offset) => recordAt(log, offset))).toEqual([null, null]);
  });

  it('is read up to a bound that is left out', () => {
    expect(offsets(readUpTo(log, 6, 8))).toEqual([6, 7]);
  });

  it('gives an empty answer at or above the bound, and no error', () => {
    expect(readUpTo(log, 8, 8)).toEqual([]);
    expect(readUpTo(log, 9, 8)).toEqual([]);
  });

  it('takes records only right at its end', () => {
    expect(logEndOffset(append(log, [record(9), record(10)]))).toBe(11);
    expect(() => append(log, [record(10)])).toThrow('does not follow log end 9');
    expect(() => append(log, [record(8)])).toThrow('does not follow log end 9');
  });

  it('loses what stands at an offset or later when it is cut there', () => {
    expect(offsets(truncateTo(log, 7).records)).toEqual([5, 6]);
    expect(truncateTo(log, 9)).toBe(log);
  });

  it('keeps its start when it is cut before it', () => {
    expect(truncateTo(log, 3)).toEqual({ startOffset: 5, records: [] });
  });
});
