import { describe, expect, it } from 'vitest';
import { appendError } from './produce';
import type { AppendCase } from './produce';

// Two of three replicas are in sync, and two are asked for.
const taken: AppendCase = {
  acks: 'all',
  isKnown: true,
  isDirectoryOnline: true,
  isLeader: true,
  committedInSyncCount: 2,
  effectiveMinInSync: 2,
};

function error(fields: Partial<AppendCase>): unknown {
  return appendError({ ...taken, ...fields });
}

describe('a batch at a broker', () => {
  it('is taken by the leader with enough replicas in sync', () => {
    expect(error({})).toBe('NONE');
  });

  it('is refused before it is written when acks=all finds too few in sync', () => {
    expect(error({ committedInSyncCount: 1 })).toBe('NOT_ENOUGH_REPLICAS');
  });

  it('is taken with acks=0 and acks=1 however few are in sync', () => {
    expect(error({ acks: 1, committedInSyncCount: 1 })).toBe('NONE');
    expect(error({ acks: 0, committedInSyncCount: 1 })).toBe('NONE');
  });

  it('is refused by a broker that does not lead, whatever is in sync', () => {
    const elsewhere = { isLeader: false, committedInSyncCount: 0 };
    expect(error(elsewhere)).toBe('NOT_LEADER_OR_FOLLOWER');
  });

  it('is refused when the disk of the partition cannot be read, whoever leads it', () => {
    expect(error({ isDirectoryOnline: false })).toBe('KAFKA_STORAGE_ERROR');
    expect(error({ isDirectoryOnline: false, isLeader: false })).toBe('KAFKA_STORAGE_ERROR');
  });

  it('is refused by a broker without the partition before leadership is asked', () => {
    const nowhere = { isKnown: false, isLeader: false };
    expect(error(nowhere)).toBe('UNKNOWN_TOPIC_OR_PARTITION');
  });
});
