import { describe, expect, it } from 'vitest';
import { emptyReplica } from './leadership';
import type { LogRecord } from './log';
import type { Replica } from './state';
import { restartedAt, startingAt, truncated, truncationPoint } from './truncate';

function replicaOf(epochs: readonly number[], highWatermark = 0): Replica {
  const producer = { producerId: -1, producerEpoch: 0, sequence: -1, batchSequence: -1 };
  const records: readonly LogRecord[] = epochs.map((leaderEpoch, offset) => {
    return { offset, leaderEpoch, id: offset + 1, key: null, value: 'v', ...producer };
  });
  const leaderEpochs = [...new Set(epochs)].map((epoch) => {
    return { epoch, startOffset: epochs.indexOf(epoch) };
  });
  const empty = emptyReplica('orders-0');
  return { ...empty, log: { startOffset: 0, records }, leaderEpochs, highWatermark };
}

// Offsets 0 and 1 of epoch 1, 2 to 4 of epoch 2.
const follower = replicaOf([1, 1, 2, 2, 2], 1);

describe('a follower whose log parts from that of its leader', () => {
  it('truncates to the last offset of the leader for an epoch that both have', () => {
    expect(truncationPoint(follower, { epoch: 2, endOffset: 3 })).toBe(3);
  });

  it('truncates to its own last offset for that epoch when the leader has more', () => {
    expect(truncationPoint(follower, { epoch: 1, endOffset: 4 })).toBe(2);
  });

  it('truncates to its next lower epoch when it never had that of the leader', () => {
    const gap = replicaOf([1, 1, 3, 3]);
    expect(truncationPoint(gap, { epoch: 2, endOffset: 3 })).toBe(2);
    // The leader's end belongs to an epoch that is not here: the next fetch asks about epoch 1.
    expect(truncationPoint(gap, { epoch: 2, endOffset: 1 })).toBe(2);
  });

  it('truncates to the offset of the leader when it knows no such epoch', () => {
    expect(truncationPoint(follower, { epoch: 3, endOffset: 4 })).toBe(4);
    expect(truncationPoint(follower, { epoch: 3, endOffset: 9 })).toBe(5);
  });

  it('never cuts at its high watermark, which may be too low', () => {
    // At offset 1 a committed record would go: the high watermark is a round trip old (KIP-101).
    expect(truncationPoint(follower, { epoch: 2, endOffset: 4 })).toBe(4);
  });
});

describe('a truncated replica', () => {
  it('loses records and epochs from the offset on', () => {
    const after = truncated(follower, 2);
    expect(after.log.records).toHaveLength(2);
    expect(after.leaderEpochs).toEqual([{ epoch: 1, startOffset: 0 }]);
  });

  it('lowers its high watermark only when it lies above the cut', () => {
    expect(truncated(follower, 2).highWatermark).toBe(1);
    expect(truncated(follower, 0).highWatermark).toBe(0);
  });

  it('forgets an epoch without records although no record goes', () => {
    const elected = { ...follower, leaderEpochs: [...follower.leaderEpochs, epochAt(5)] };
    expect(truncated(elected, 5)).toEqual(follower);
  });
});

describe('a replica that starts anew', () => {
  it('is empty and stands at the log start of the leader', () => {
    const after = restartedAt(follower, 20);
    expect(after.log).toEqual({ startOffset: 20, records: [] });
    expect(after).toMatchObject({ leaderEpochs: [], highWatermark: 20 });
  });
});

function epochAt(startOffset: number): Replica['leaderEpochs'][number] {
  return { epoch: 3, startOffset };
}

describe('a follower whose leader no longer keeps its first records', () => {
  const committed = replicaOf([1, 1, 2, 2, 2], 3);

  it('drops them as well, and knows the epoch that holds where its log begins now', () => {
    const { log, leaderEpochs } = startingAt(committed, 3);
    expect(log.startOffset).toBe(3);
    expect(log.records.map(({ offset }) => offset)).toEqual([3, 4]);
    expect(leaderEpochs).toEqual([{ epoch: 2, startOffset: 3 }]);
  });

  it('keeps what it does not know to be committed', () => {
    expect(startingAt(committed, 5).log.startOffset).toBe(3);
  });

  it('never begins earlier than it did', () => {
    expect(startingAt(committed, 0)).toBe(committed);
    expect(startingAt(committed, -1)).toBe(committed);
  });
});
