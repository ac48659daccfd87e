import { describe, expect, it } from 'vitest';
import { delayedProduceOutcome } from './delayedProduce';
import type { DelayedProduceCase } from './delayedProduce';

// Three records stand at offsets 4 to 6; the in-sync set is large enough.
const waiting: DelayedProduceCase = {
  requiredOffset: 7,
  isDirectoryOnline: true,
  isLeader: true,
  highWatermark: 6,
  maximalInSyncCount: 2,
  effectiveMinInSync: 2,
  isExpired: false,
};

function outcome(fields: Partial<DelayedProduceCase>): unknown {
  return delayedProduceOutcome({ ...waiting, ...fields });
}

describe('an acks=all produce', () => {
  it('waits as long as the high watermark has not passed its last record', () => {
    expect(outcome({})).toBeNull();
  });

  it('is acknowledged once the high watermark has passed its last record', () => {
    expect(outcome({ highWatermark: 7 })).toBe('NONE');
  });

  it('fails at once when its broker leads no more', () => {
    const stepped = { isLeader: false, highWatermark: 7 };
    expect(outcome(stepped)).toBe('NOT_LEADER_OR_FOLLOWER');
  });

  it('is told when too few hold what was committed', () => {
    const shrunk = { highWatermark: 7, maximalInSyncCount: 1 };
    expect(outcome(shrunk)).toBe('NOT_ENOUGH_REPLICAS_AFTER_APPEND');
  });

  it('times out when the set shrinks first, for the high watermark stands still then', () => {
    expect(outcome({ maximalInSyncCount: 1 })).toBeNull();
    expect(outcome({ maximalInSyncCount: 1, isExpired: true })).toBe('REQUEST_TIMED_OUT');
  });

  it('is acknowledged rather than timed out when both come together', () => {
    expect(outcome({ highWatermark: 7, isExpired: true })).toBe('NONE');
  });
});
