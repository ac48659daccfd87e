import { describe, expect, it } from 'vitest';
import {
  advancedHighWatermark,
  clampedHighWatermark,
  effectiveMinInSync,
  isUnderMinimum,
  restoredHighWatermark,
} from './highWatermark';
import type { Commitment } from './highWatermark';
import { newProgress } from './inSync';
import type { FollowerProgress, InSyncState } from './state';

// Leader 1 has 10 records, 4 of them committed; the time is 100 s.
const NOW = 100_000;

function follower(logEndOffset: number, lastCaughtUpAt = NOW): FollowerProgress {
  return { ...newProgress(true, NOW, 2), logEndOffset, lastCaughtUpAt };
}

function commitment(
  inSync: InSyncState,
  followers: { readonly [broker in number]: FollowerProgress },
  fields: Partial<Commitment> = {},
): Commitment {
  const role = { type: 'leader', epochStartOffset: 0, inSync, followers } as const;
  const isEligible = (): boolean => true;
  const ends = { highWatermark: 4, logEndOffset: 10 };
  return { ...ends, role, effectiveMinInSync: 1, now: NOW, isEligible, ...fields };
}

const all: InSyncState = { type: 'committed', inSync: [1, 2, 3] };
const alone: InSyncState = { type: 'committed', inSync: [1] };

describe('the high watermark of a leader', () => {
  it('is the least log end offset over the in-sync set', () => {
    expect(advancedHighWatermark(commitment(all, { 2: follower(8), 3: follower(6) }))).toBe(6);
  });

  it('never falls, though a follower may be behind it', () => {
    expect(advancedHighWatermark(commitment(all, { 2: follower(3), 3: follower(10) }))).toBe(4);
  });

  it('is held back by a member of which nothing is known yet', () => {
    expect(advancedHighWatermark(commitment(all, { 2: follower(-1), 3: follower(10) }))).toBe(4);
  });

  it('goes to the log end of a leader that is alone in sync', () => {
    const late = { 2: follower(5, 0) };
    expect(advancedHighWatermark(commitment(alone, late))).toBe(10);
  });

  it('stands still while the committed in-sync set is below the minimum', () => {
    const under = commitment(alone, {}, { effectiveMinInSync: 2 });
    expect(isUnderMinimum(under)).toBe(true);
    expect(advancedHighWatermark(under)).toBe(4);
  });

  it('stands still although a pending newcomer would reach the minimum', () => {
    const pending: InSyncState = { type: 'pendingExpand', inSync: [1], newcomer: 2 };
    const under = commitment(pending, { 2: follower(10) }, { effectiveMinInSync: 2 });
    expect(advancedHighWatermark(under)).toBe(4);
  });

  it('waits for a newcomer that is only proposed', () => {
    const pending: InSyncState = { type: 'pendingExpand', inSync: [1], newcomer: 2 };
    expect(advancedHighWatermark(commitment(pending, { 2: follower(7, 0) }))).toBe(7);
  });

  it('waits for a leaver until the controller has agreed', () => {
    const pending: InSyncState = { type: 'pendingShrink', inSync: [1, 2], leaving: [2] };
    expect(advancedHighWatermark(commitment(pending, { 2: follower(7, 0) }))).toBe(7);
  });

  it('waits for an outsider that was caught up 30 s ago, but not a moment longer', () => {
    const near = commitment(alone, { 2: follower(7, NOW - 30_000) });
    const far = commitment(alone, { 2: follower(7, NOW - 30_001) });
    expect(advancedHighWatermark(near)).toBe(7);
    expect(advancedHighWatermark(far)).toBe(10);
  });

  it('does not wait for an outsider that may not join', () => {
    const isEligible = (): boolean => false;
    expect(advancedHighWatermark(commitment(alone, { 2: follower(7) }, { isEligible }))).toBe(10);
  });
});

describe('the minimum of in-sync replicas', () => {
  it('is never more than there are replicas', () => {
    expect(effectiveMinInSync(2, 3)).toBe(2);
    expect(effectiveMinInSync(3, 1)).toBe(1);
  });
});

describe('a high watermark from elsewhere', () => {
  it('is kept between the log start and the log end', () => {
    expect([1, 5, 9].map((offset) => clampedHighWatermark(offset, 3, 7))).toEqual([3, 5, 7]);
  });

  it('is the log start after a restart without a checkpoint', () => {
    expect(restoredHighWatermark(null, 3, 7)).toBe(3);
  });

  it('is the checkpointed one after a restart, unless the log is shorter', () => {
    expect(restoredHighWatermark(5, 0, 7)).toBe(5);
    expect(restoredHighWatermark(9, 0, 7)).toBe(7);
  });
});
