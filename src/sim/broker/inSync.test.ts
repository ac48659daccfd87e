import { describe, expect, it } from 'vitest';
import {
  hasCaughtUp,
  isOutOfSync,
  keptProgress,
  maximalInSync,
  newProgress,
  progressAfter,
  proposedInSync,
} from './inSync';
import type { ObservedFetch } from './inSync';
import type { FollowerProgress, InSyncState } from './state';

// The last fetch came at 1 000 ms, when the leader's log ended at 10.
const progress: FollowerProgress = {
  logEndOffset: 8,
  logStartOffset: 0,
  lastFetchAt: 1_000,
  leaderLogEndOffsetAtLastFetch: 10,
  lastCaughtUpAt: 400,
  brokerEpoch: 2,
};

function fetch(fetchOffset: number, leaderLogEndOffset: number): ObservedFetch {
  return { fetchOffset, logStartOffset: 0, at: 1_500, leaderLogEndOffset, brokerEpoch: 2 };
}

describe('a pending in-sync set', () => {
  const expand: InSyncState = { type: 'pendingExpand', inSync: [1, 2], newcomer: 3 };
  const shrink: InSyncState = { type: 'pendingShrink', inSync: [1, 2, 3], leaving: [2, 3] };

  it('counts who is to join before the controller agrees', () => {
    expect(maximalInSync(expand)).toEqual([1, 2, 3]);
    expect(proposedInSync(expand)).toEqual([1, 2, 3]);
  });

  it('counts who is to leave until the controller agrees', () => {
    expect(maximalInSync(shrink)).toEqual([1, 2, 3]);
    expect(proposedInSync(shrink)).toEqual([1]);
  });

  it('proposes nothing new once it is committed', () => {
    expect(proposedInSync({ type: 'committed', inSync: [2, 1] })).toEqual([2, 1]);
  });
});

describe('the lag clock of a follower', () => {
  it('is set to now by a fetch at the log end', () => {
    expect(progressAfter(progress, fetch(12, 12)).lastCaughtUpAt).toBe(1_500);
  });

  it('is set to the last fetch by one that reaches where the log ended then', () => {
    expect(progressAfter(progress, fetch(10, 12)).lastCaughtUpAt).toBe(1_000);
  });

  it('stands still for a fetch that falls short of that', () => {
    expect(progressAfter(progress, fetch(9, 12)).lastCaughtUpAt).toBe(400);
  });

  it('starts at now for members, and at never for the others', () => {
    expect(newProgress(true, 700, 2)).toMatchObject({ lastCaughtUpAt: 700, logEndOffset: -1 });
    expect(newProgress(false, 40_000, 2)).toMatchObject({ lastCaughtUpAt: 0, logEndOffset: -1 });
  });

  it('starts anew at a second election, but the log end stays known', () => {
    const kept = keptProgress(progress, true, 2_000, 12);
    expect(kept).toMatchObject({ logEndOffset: 8, lastCaughtUpAt: 2_000, lastFetchAt: 2_000 });
    expect(keptProgress(progress, false, 40_000, 12).lastCaughtUpAt).toBe(0);
  });
});

describe('what a fetch says of a follower', () => {
  it('is its log end offset, the time and its process', () => {
    const after = progressAfter(progress, { ...fetch(9, 12), brokerEpoch: 7 });
    const seen = { logEndOffset: 9, lastFetchAt: 1_500, leaderLogEndOffsetAtLastFetch: 12 };
    expect(after).toMatchObject({ ...seen, brokerEpoch: 7 });
  });
});

describe('a follower that lags', () => {
  it('is out of sync after more than 30 s, not at 30 s', () => {
    expect(isOutOfSync(progress, 10, 30_400, 30_000)).toBe(false);
    expect(isOutOfSync(progress, 10, 30_401, 30_000)).toBe(true);
  });

  it('is in sync with an equal log end, however long ago it fetched', () => {
    expect(isOutOfSync(progress, 8, 900_000, 30_000)).toBe(false);
  });
});

describe('a follower that may join', () => {
  it('has all that is committed, and need not have the log end', () => {
    expect(hasCaughtUp(6, 6, 0)).toBe(true);
    expect(hasCaughtUp(5, 6, 0)).toBe(false);
  });

  it('has also reached the start of the present epoch', () => {
    expect(hasCaughtUp(6, 3, 7)).toBe(false);
    expect(hasCaughtUp(7, 3, 7)).toBe(true);
  });
});
