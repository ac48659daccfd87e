import { describe, expect, it } from 'vitest';
import type { Log, LogRecord } from './log';
import { judgeBatch, nextSequence, producerEntry } from './producerState';
import type { ProducerEntry } from './producerState';

const entry: ProducerEntry = {
  producerEpoch: 1,
  batches: [
    { firstSequence: 0, lastSequence: 2, lastOffset: 12 },
    { firstSequence: 3, lastSequence: 3, lastOffset: 13 },
  ],
};
const outOfOrder = { type: 'refuse', error: 'OUT_OF_ORDER_SEQUENCE_NUMBER' };

function judge(firstSequence: number, lastSequence: number, producerEpoch = 1): unknown {
  return judgeBatch(entry, { producerEpoch, firstSequence, lastSequence });
}

/** Records of producer 7 in batches of one, sequences 0 to n − 1. */
function logOf(count: number, producerEpoch = 0): Log {
  const records = Array.from({ length: count }, (_, sequence): LogRecord => {
    const place = { offset: sequence, leaderEpoch: 0, id: sequence + 1, key: null, value: 'v' };
    return { ...place, producerId: 7, producerEpoch, sequence, batchSequence: sequence };
  });
  return { startOffset: 0, records };
}

describe('a batch of an idempotent producer', () => {
  it('is appended when it is next in line', () => {
    expect(judge(4, 5)).toEqual({ type: 'append' });
  });

  it('is refused when it leaves a gap or goes back', () => {
    expect(judge(5, 5)).toEqual(outOfOrder);
    expect(judge(2, 2)).toEqual(outOfOrder);
  });

  it('is a duplicate when a remembered one has the same sequences', () => {
    expect(judge(0, 2)).toEqual({ type: 'duplicate', baseOffset: 10, lastOffset: 12 });
  });

  it('is no duplicate when it overlaps a remembered one in part', () => {
    expect(judge(0, 1)).toEqual(outOfOrder);
  });

  it('is refused when its producer epoch is older', () => {
    expect(judge(4, 4, 0)).toEqual({ type: 'refuse', error: 'INVALID_PRODUCER_EPOCH' });
  });

  it('begins at 0 when its producer epoch is newer', () => {
    expect(judge(0, 0, 2)).toEqual({ type: 'append' });
    expect(judge(4, 4, 2)).toEqual(outOfOrder);
  });

  it('may have any sequence when nothing is known of the producer', () => {
    const batch = { producerEpoch: 0, firstSequence: 41, lastSequence: 42 };
    expect(judgeBatch(null, batch)).toEqual({ type: 'append' });
  });

  it('goes on at 0 after sequence 2 147 483 647', () => {
    expect(nextSequence(2_147_483_646)).toBe(2_147_483_647);
    expect(nextSequence(2_147_483_647)).toBe(0);
  });

  it('keeps its base offset when it went over that end', () => {
    const last = { firstSequence: 2_147_483_647, lastSequence: 1, lastOffset: 22 };
    const batch = { producerEpoch: 0, firstSequence: 2_147_483_647, lastSequence: 1 };
    const verdict = judgeBatch({ producerEpoch: 0, batches: [last] }, batch);
    expect(verdict).toEqual({ type: 'duplicate', baseOffset: 20, lastOffset: 22 });
  });
});

describe('what a log tells of a producer', () => {
  it('is the last five batches, as many as may be in flight', () => {
    const sequences = producerEntry(logOf(7), 7)?.batches.map((batch) => batch.firstSequence);
    expect(sequences).toEqual([2, 3, 4, 5, 6]);
  });

  it('is nothing when the log has no record of it', () => {
    expect(producerEntry(logOf(3), 8)).toBeNull();
  });

  it('is one batch for records that came together', () => {
    const records = logOf(3).records.map((record) => ({ ...record, batchSequence: 0 }));
    const batches = [{ firstSequence: 0, lastSequence: 2, lastOffset: 2 }];
    expect(producerEntry({ startOffset: 0, records }, 7)?.batches).toEqual(batches);
  });

  it('leaves out batches of an older producer epoch', () => {
    const later = logOf(1, 1).records.map((record) => ({ ...record, offset: 3 }));
    const log = { startOffset: 0, records: [...logOf(3).records, ...later] };
    const batches = [{ firstSequence: 0, lastSequence: 0, lastOffset: 3 }];
    expect(producerEntry(log, 7)).toEqual({ producerEpoch: 1, batches });
  });
});
