import { describe, expect, it } from 'vitest';
import { type Happened, lifecycleChangedAt, NO_EFFECTS, replicaEffects } from './happenings';

const APPENDED: Happened = {
  story: 3,
  event: {
    type: 'recordsReplicated',
    broker: 2,
    leader: 1,
    partition: 'orders-0',
    baseOffset: 4,
    lastOffset: 5,
    recordIds: [7, 8],
  },
};
const TRUNCATED: Happened = {
  story: 4,
  event: {
    type: 'logTruncated',
    broker: 2,
    leader: 3,
    partition: 'orders-0',
    from: 6,
    to: 4,
    recordIds: [7, 8],
    values: ['g', 'h'],
    epochs: [0, 0],
    because: 'divergence',
  },
};
const ELECTED: Happened = {
  story: 5,
  event: {
    type: 'leaderElected',
    partition: 'orders-0',
    leader: 2,
    from: 1,
    leaderEpoch: 4,
    by: 'inSync',
    inSync: [2, 3],
  },
};
const CRASHED: Happened = {
  story: 6,
  event: { type: 'brokerCrashed', broker: 1, leads: 1, because: 'killed' },
};

describe('what recent events did to a replica', () => {
  it('is told with offsets and story seconds', () => {
    expect(replicaEffects([APPENDED, TRUNCATED], 2, 'orders-0')).toMatchObject({
      arrived: [{ from: 4, to: 6, at: 3 }],
      truncated: [{ from: 4, to: 6, at: 4 }],
      roleChangedAt: null,
    });
  });

  it('is the very same nothing for those whom they did not concern', () => {
    expect(replicaEffects([APPENDED, TRUNCATED], 3, 'orders-0')).toBe(NO_EFFECTS);
    expect(replicaEffects([APPENDED, TRUNCATED], 2, 'orders-1')).toBe(NO_EFFECTS);
  });

  it('includes a crown that changed hands, at both ends', () => {
    for (const broker of [1, 2])
      expect(replicaEffects([ELECTED], broker, 'orders-0').roleChangedAt).toBe(5);
    expect(replicaEffects([ELECTED], 3, 'orders-0')).toBe(NO_EFFECTS);
  });
});

it('is the very same while what happened to others comes and goes', () => {
  const both = replicaEffects([CRASHED, APPENDED, TRUNCATED], 2, 'orders-0');
  expect(replicaEffects([APPENDED, TRUNCATED, CRASHED], 2, 'orders-0')).toBe(both);
  const later = replicaEffects([TRUNCATED, CRASHED], 2, 'orders-0');
  expect(later).toEqual({ ...both, arrived: [] });
});

it('what a loss of power takes falls out of the log like a truncated tail', () => {
  const lost: Happened = {
    story: 7,
    event: {
      type: 'unflushedRecordsLost',
      broker: 2,
      partition: 'orders-0',
      from: 6,
      to: 5,
      recordIds: [8],
      values: ['h'],
    },
  };
  const { truncated } = replicaEffects([lost], 2, 'orders-0');
  expect(truncated).toEqual([{ from: 5, to: 6, at: 7 }]);
});

it('knows when a broker was last seen to go or come', () => {
  expect(lifecycleChangedAt([APPENDED, CRASHED], 1)).toBe(6);
  expect(lifecycleChangedAt([APPENDED, CRASHED], 2)).toBeNull();
});
