import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../config';
import { createWorld } from '../createWorld';
import { brokerTurn, openDraft } from '../draft';
import { withRow } from '../table';
import type { LedReplica } from './commit';
import { mayExpand, outOfSyncFollowers } from './followers';
import { newProgress } from './inSync';
import type { FollowerProgress, InSyncState } from './state';
import { changeBroker, ledReplica } from './turn';
import type { BrokerTurn } from './turn';

// Broker epochs are the ids of the brokers in a new cluster.
const turn = brokerTurn(openDraft(createWorld(DEFAULT_SETTINGS, 1), 100_000), 1);

function progress(logEndOffset: number, fields: Partial<FollowerProgress> = {}): FollowerProgress {
  return { ...newProgress(true, 70_000, 3), logEndOffset, ...fields };
}

/** Broker 1 leads; the high watermark is 4, the present epoch began at 6. */
function led(inSync: InSyncState, follower: FollowerProgress): LedReplica {
  const replica = ledReplica(turn, 'orders-0');
  if (replica === null) throw new Error('Broker 1 leads the first partition.');
  const role = { ...replica.role, epochStartOffset: 6, inSync, followers: { 3: follower } };
  return { ...replica, highWatermark: 4, role };
}

const without3: InSyncState = { type: 'committed', inSync: [1, 2] };

function withFenced(broker: number): BrokerTurn {
  const { image } = turn.broker;
  const registration = image.brokers[broker];
  if (registration === undefined) throw new Error(`There is no broker ${broker}.`);
  const brokers = withRow(image.brokers, broker, { ...registration, fenced: true });
  const other: BrokerTurn = { wire: turn.wire, broker: turn.broker };
  changeBroker(other, { image: { ...image, brokers } });
  return other;
}

describe('a leader may propose a follower', () => {
  it('that has reached the high watermark and the start of the epoch', () => {
    expect(mayExpand(turn, led(without3, progress(6)), 3)).toBe(true);
  });

  it('only once it has reached both of them', () => {
    expect(mayExpand(turn, led(without3, progress(5)), 3)).toBe(false);
  });

  it('only while no other change is under way', () => {
    const pending: InSyncState = { type: 'pendingExpand', inSync: [1], newcomer: 2 };
    expect(mayExpand(turn, led(pending, progress(6)), 3)).toBe(false);
  });

  it('only when it is not in sync already', () => {
    const all: InSyncState = { type: 'committed', inSync: [1, 2, 3] };
    expect(mayExpand(turn, led(all, progress(6)), 3)).toBe(false);
  });

  it('only when its metadata does not call it fenced', () => {
    expect(mayExpand(withFenced(3), led(without3, progress(6)), 3)).toBe(false);
  });

  it('only when the registered process is the one that fetches', () => {
    const earlier = led(without3, progress(6, { brokerEpoch: 2 }));
    const unstated = led(without3, progress(6, { brokerEpoch: -1 }));
    expect(mayExpand(turn, earlier, 3)).toBe(false);
    expect(mayExpand(turn, unstated, 3)).toBe(true);
  });
});

describe('a follower is to leave the in-sync set', () => {
  const all: InSyncState = { type: 'committed', inSync: [1, 2, 3] };

  it('when it was last caught up more than 30 s ago', () => {
    const behind = led(all, progress(-1));
    expect(outOfSyncFollowers(behind, 100_000, 30_000)).toEqual([]);
    expect(outOfSyncFollowers(behind, 100_001, 30_000)).toEqual([3]);
  });

  it('never while its log ends where that of the leader does', () => {
    const equal = led(all, progress(0, { lastCaughtUpAt: 0 }));
    expect(outOfSyncFollowers(equal, 900_000, 30_000)).toEqual([]);
  });

  it('only when it is a member of it', () => {
    expect(outOfSyncFollowers(led(without3, progress(-1)), 900_000, 30_000)).toEqual([]);
  });
});
