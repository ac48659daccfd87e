import { describe, expect, it } from 'vitest';
import type { LogRecord } from './log';
import { emptyReplica } from './leadership';
import { fetchErrorEffect, withFetched } from './replicate';
import type { Replica } from './state';

function record(offset: number, leaderEpoch: number): LogRecord {
  const producer = { producerId: -1, producerEpoch: 0, sequence: -1, batchSequence: -1 };
  return { offset, leaderEpoch, id: offset + 1, key: null, value: 'v', ...producer };
}

// It follows in epoch 2, and has one record of epoch 1.
const follower: Replica = {
  ...emptyReplica('orders-0'),
  log: { startOffset: 0, records: [record(0, 1)] },
  leaderEpochs: [{ epoch: 1, startOffset: 0 }],
  leader: 2,
  leaderEpoch: 2,
  role: { type: 'follower', fetches: true },
};

describe('an error in a fetch answer', () => {
  it('stops a follower that is behind on metadata until it hears more', () => {
    expect(fetchErrorEffect('FENCED_LEADER_EPOCH')).toBe('stopUntilMetadata');
  });

  it('makes a follower pause when it is the leader that is behind or gone', () => {
    expect(fetchErrorEffect('UNKNOWN_LEADER_EPOCH')).toBe('pause');
    expect(fetchErrorEffect('NOT_LEADER_OR_FOLLOWER')).toBe('pause');
    expect(fetchErrorEffect('KAFKA_STORAGE_ERROR')).toBe('pause');
  });

  it('makes a follower that has lost its place ask for the range', () => {
    expect(fetchErrorEffect('OFFSET_OUT_OF_RANGE')).toBe('askForRange');
  });

  it('is none when the answer is to be taken', () => {
    expect(fetchErrorEffect('NONE')).toBe('serve');
  });
});

describe('a follower that takes records', () => {
  it('learns an epoch together with the first record of it', () => {
    const after = withFetched(follower, [record(1, 1), record(2, 2)], 0);
    expect(after.leaderEpochs).toEqual([
      { epoch: 1, startOffset: 0 },
      { epoch: 2, startOffset: 2 },
    ]);
  });

  it('leaves out records of a later epoch than that of its fetch', () => {
    expect(withFetched(follower, [record(1, 2), record(2, 3)], 0).log.records).toHaveLength(2);
  });

  it('takes the high watermark of the leader, but not beyond its own log end', () => {
    expect(withFetched(follower, [record(1, 2)], 1).highWatermark).toBe(1);
    expect(withFetched(follower, [record(1, 2)], 9).highWatermark).toBe(2);
  });

  it('lowers its high watermark when that of a new leader is lower', () => {
    expect(withFetched({ ...follower, highWatermark: 1 }, [], 0).highWatermark).toBe(0);
  });
});
