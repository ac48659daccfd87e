import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../config';
import { newPartition } from '../controller/partitions';
import type { PartitionRegistration } from '../controller/state';
import { createWorld } from '../createWorld';
import { asLeader, emptyReplica } from './leadership';
import type { LogRecord } from './log';
import type { LeaderRole, Replica } from './state';

const { brokers } = createWorld(DEFAULT_SETTINGS, 1).controller.image;

function record(offset: number): LogRecord {
  const producer = { producerId: -1, producerEpoch: 0, sequence: -1, batchSequence: -1 };
  return { offset, leaderEpoch: 0, id: offset + 1, key: null, value: 'v', ...producer };
}

// It followed in epoch 0, has two records, and has heard that one of them is committed.
const follower: Replica = {
  ...emptyReplica('orders-0'),
  log: { startOffset: 0, records: [record(0), record(1)] },
  leaderEpochs: [{ epoch: 0, startOffset: 0 }],
  highWatermark: 1,
  leader: 2,
  leaderEpoch: 0,
  partitionEpoch: 0,
  role: { type: 'follower', fetches: true },
};
const elected: PartitionRegistration = {
  ...newPartition([1, 2, 3], (broker) => broker !== 3),
  leaderEpoch: 1,
  partitionEpoch: 1,
};

function lead(
  replica: Replica,
  registration: PartitionRegistration,
  now = 5_000,
): Replica & { readonly role: LeaderRole } {
  return asLeader(replica, registration, 1, now, brokers);
}

describe('a new leader', () => {
  it('begins its epoch at its log end, though no record of it exists', () => {
    const leader = lead(follower, elected);
    expect(leader.role.epochStartOffset).toBe(2);
    expect(leader.leaderEpochs.at(-1)).toEqual({ epoch: 1, startOffset: 2 });
  });

  it('keeps the high watermark that it had, and throws no record away', () => {
    const leader = lead(follower, elected);
    expect(leader.highWatermark).toBe(1);
    expect(leader.log).toBe(follower.log);
  });

  it('knows nothing of its followers, but gives those in sync their 30 s', () => {
    const { followers } = lead(follower, elected).role;
    expect(followers[2]).toMatchObject({ logEndOffset: -1, lastCaughtUpAt: 5_000 });
    expect(followers[3]).toMatchObject({ logEndOffset: -1, lastCaughtUpAt: -25_001 });
  });

  it('takes the in-sync set from the metadata as committed', () => {
    const { inSync } = lead(follower, elected).role;
    expect(inSync).toEqual({ type: 'committed', inSync: [1, 2] });
  });
});

describe('a leader that hears of itself again', () => {
  const leader = lead(follower, elected);
  const known = { ...leader.role.followers[2], logEndOffset: 2 };
  const progress = { lastFetchAt: 0, logStartOffset: 0, leaderLogEndOffsetAtLastFetch: 2 };
  const followers = { 2: { lastCaughtUpAt: 5_000, brokerEpoch: 2, ...known, ...progress } };
  const told: Replica = { ...leader, role: { ...leader.role, followers } };

  it('keeps followers and epoch start as they are within an epoch', () => {
    const grown = { ...elected, inSync: [1, 2, 3], partitionEpoch: 2 };
    const { role, leaderEpochs } = lead(told, grown, 9_000);
    expect(role).toMatchObject({ epochStartOffset: 2, inSync: { inSync: [1, 2, 3] } });
    expect(role.followers[2]).toBe(followers[2]);
    expect(leaderEpochs).toBe(leader.leaderEpochs);
  });

  it('keeps how far its followers had come in a new epoch', () => {
    const again = { ...elected, leaderEpoch: 2, partitionEpoch: 2 };
    const { role } = lead(told, again, 9_000);
    expect(role.followers[2]).toMatchObject({ logEndOffset: 2, lastCaughtUpAt: 9_000 });
  });

  it('forgets a follower that is no replica any more', () => {
    const fewer = { ...elected, replicas: [1, 3], inSync: [1], partitionEpoch: 2 };
    expect(Object.keys(lead(told, fewer).role.followers)).toEqual(['3']);
  });
});
