import { describe, expect, it } from 'vitest';
import { emptyReplica } from './leadership';
import { endFor, isEndUnknown } from './listOffsets';
import type { LogRecord } from './log';
import type { Replica } from './state';

const plain = { id: 1, key: null, value: 'v', producerEpoch: 0, sequence: -1, batchSequence: -1 };
const committed: LogRecord = { ...plain, offset: 0, leaderEpoch: 1, producerId: -1 };
const undecided: LogRecord = { ...committed, offset: 1, producerId: 7, transaction: 'data' };

const follower: Replica = {
  ...emptyReplica('orders-0'),
  log: { startOffset: 0, records: [committed, undecided, { ...committed, offset: 2 }] },
  leaderEpoch: 2,
  highWatermark: 2,
  role: { type: 'follower', fetches: true },
};

const leader: Replica = {
  ...follower,
  role: {
    type: 'leader',
    epochStartOffset: 3,
    inSync: { type: 'committed', inSync: [1] },
    followers: {},
  },
};

describe('the end of a log', () => {
  it('is the log end for a replica, and the high watermark for a client', () => {
    expect(endFor(leader, null)).toBe(3);
    expect(endFor(leader, 'read_uncommitted')).toBe(2);
  });

  it('is where the first undecided transaction begins, for who reads what is committed', () => {
    expect(endFor(leader, 'read_committed')).toBe(1);
  });

  it('is not told to clients until all before the epoch is committed', () => {
    expect(isEndUnknown(leader)).toBe(true);
    expect(isEndUnknown({ ...leader, highWatermark: 3 })).toBe(false);
    expect(isEndUnknown(follower)).toBe(false);
  });
});
