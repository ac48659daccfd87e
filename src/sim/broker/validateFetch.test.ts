import { describe, expect, it } from 'vitest';
import {
  accessError,
  afterOutOfRange,
  epochError,
  lastFetchedEpochOf,
  validateFetch,
} from './validateFetch';
import type { AccessCase } from './validateFetch';

// Offsets 2 to 9; epoch 1 wrote up to 4, epoch 3 from 5 on.
const log = {
  leaderEpochs: [
    { epoch: 1, startOffset: 2 },
    { epoch: 3, startOffset: 5 },
  ],
  logStartOffset: 2,
  logEndOffset: 10,
};
const served = { error: 'NONE', divergingEpoch: null };
const outOfRange = { error: 'OFFSET_OUT_OF_RANGE', divergingEpoch: null };

describe('a fetch offset', () => {
  it('is served anywhere from the log start to the log end', () => {
    for (const offset of [2, 7, 10]) expect(validateFetch(log, -1, offset)).toEqual(served);
  });

  it('is out of range before the log start and beyond the log end', () => {
    for (const offset of [1, 11]) expect(validateFetch(log, -1, offset)).toEqual(outOfRange);
  });

  it('is served when the last record of the follower stands here too', () => {
    expect(validateFetch(log, 3, 10)).toEqual(served);
    expect(validateFetch(log, 1, 5)).toEqual(served);
  });

  it('diverges when the leader wrote less in the last epoch of the follower', () => {
    const divergingEpoch = { epoch: 1, endOffset: 5 };
    expect(validateFetch(log, 1, 7)).toEqual({ error: 'NONE', divergingEpoch });
  });

  it('diverges when the leader never had the last epoch of the follower', () => {
    const divergingEpoch = { epoch: 1, endOffset: 5 };
    expect(validateFetch(log, 2, 4)).toEqual({ error: 'NONE', divergingEpoch });
  });

  it('is out of range when the follower knows a later epoch than the leader', () => {
    expect(validateFetch(log, 4, 7)).toEqual(outOfRange);
  });

  it('is out of range before the log start even where the logs part', () => {
    expect(validateFetch(log, 2, 1)).toEqual(outOfRange);
  });
});

describe('the epoch that a reader believes in', () => {
  it('is fenced when it is older, and unknown when it is newer', () => {
    expect(epochError(4, 5)).toBe('FENCED_LEADER_EPOCH');
    expect(epochError(6, 5)).toBe('UNKNOWN_LEADER_EPOCH');
  });

  it('is let pass when it is the same, and when the reader names none', () => {
    expect([epochError(5, 5), epochError(-1, 5)]).toEqual(['NONE', 'NONE']);
  });

  it('is that of the last record for a follower, and none for an empty log', () => {
    expect(lastFetchedEpochOf(log.leaderEpochs)).toBe(3);
    expect(lastFetchedEpochOf([])).toBe(-1);
  });
});

describe('access to a replica', () => {
  const follower: AccessCase = {
    reader: 'follower',
    requestedEpoch: 5,
    role: 'leader',
    leaderEpoch: 5,
    isAssigned: true,
  };

  it('is given to an assigned follower by the leader only', () => {
    expect(accessError(follower)).toBe('NONE');
    expect(accessError({ ...follower, role: 'follower' })).toBe('NOT_LEADER_OR_FOLLOWER');
    expect(accessError({ ...follower, role: 'waiting' })).toBe('NOT_LEADER_OR_FOLLOWER');
  });

  it('is refused by the epoch before anything else is looked at', () => {
    const old: AccessCase = { ...follower, requestedEpoch: 4, role: 'waiting' };
    expect(accessError(old)).toBe('FENCED_LEADER_EPOCH');
  });

  it('tells a follower that the leader does not know yet to come again', () => {
    const early: AccessCase = { ...follower, isAssigned: false };
    expect(accessError(early)).toBe('UNKNOWN_LEADER_EPOCH');
    expect(accessError({ ...early, requestedEpoch: -1 })).toBe('NOT_LEADER_OR_FOLLOWER');
  });

  it('is given to a consumer by a follower, but not to an old consumer', () => {
    const read: AccessCase = { ...follower, role: 'follower', isAssigned: false };
    expect(accessError({ ...read, reader: 'consumer' })).toBe('NONE');
    expect(accessError({ ...read, reader: 'oldConsumer' })).toBe('NOT_LEADER_OR_FOLLOWER');
  });
});

describe('a follower out of range', () => {
  it('cuts its log when it is longer than that of the leader', () => {
    expect(afterOutOfRange(9, 0, 6)).toEqual({ type: 'truncateTo', offset: 6 });
  });

  it('starts anew when the leader begins after its end, else goes on', () => {
    expect(afterOutOfRange(3, 5, 9)).toEqual({ type: 'restartAt', offset: 5 });
    expect(afterOutOfRange(7, 5, 9)).toEqual({ type: 'goOn' });
  });
});
