import { describe, expect, it } from 'vitest';
import type { ConsumerId } from '../../src/sim/ids';
import { startCluster } from '../cluster';
import type { Cluster } from '../cluster';
import { acknowledged, fenced, happened, inSyncIs, leaderIs } from '../conditions';

const P = 'orders-0';
const REGIONS = {
  racks: { 1: 'a', 2: 'b', 3: 'c' },
  clientRacks: { 'consumer-1': 'b', 'consumer-2': 'a' },
  consumers: 2,
  replicaSelector: 'rackAware',
} as const;

/** Numbers of the records that a consumer was given, in the order in which it got them. */
function readBy(cluster: Cluster, consumer: ConsumerId): readonly number[] {
  return cluster.all('recordsConsumed', { consumer }).flatMap(({ event }) => event.recordIds);
}

describe('a consumer in a region with a replica of its own', () => {
  it('is sent there by the leader, and reads there a round later than at the leader', () => {
    const cluster = startCluster({ ...REGIONS, seed: 1 }).settle();
    cluster.until(happened('readReplicaChosen', { consumer: 'consumer-1', replica: 2 }));
    expect(cluster.all('readReplicaChosen', { consumer: 'consumer-2' })).toEqual([]);
    cluster.settle().wait(1_000).produce('a');
    cluster.until(happened('recordsConsumed', { consumer: 'consumer-2', broker: 1 }));
    const atLeader = cluster.now;
    expect(readBy(cluster, 'consumer-1')).toEqual([]);
    cluster.until(happened('recordsConsumed', { consumer: 'consumer-1', broker: 2 }));
    const [moved] = cluster.all('followerHighWatermarkMoved', { broker: 2, to: 1 });
    expect(moved?.at).toBeGreaterThan(atLeader);
    // A long poll that waits at the follower is answered when its high watermark moves.
    expect(cluster.now - (moved?.at ?? 0)).toBeLessThanOrEqual(2);
    expect(cluster.now - atLeader).toBeLessThanOrEqual(500 + 2 * 45);
  });

  it('asks the leader again after five minutes, and is sent there again', () => {
    const cluster = startCluster({ ...REGIONS, seed: 2 }).settle();
    const chosen = happened('readReplicaChosen', { consumer: 'consumer-1', replica: 2 });
    const [first] = cluster.until(chosen).all('readReplicaChosen');
    cluster.until(happened('readReplicaDropped', { replica: 2, because: 'expired' }));
    expect(cluster.now).toBeGreaterThan(first?.event.expiresAt ?? 0);
    expect(cluster.now - (first?.event.expiresAt ?? 0)).toBeLessThanOrEqual(510);
    cluster.wait(200);
    expect(cluster.all('readReplicaChosen')).toHaveLength(2);
    cluster.produce('a').until(happened('recordsConsumed', { consumer: 'consumer-1', broker: 2 }));
  });

  it('goes back to the leader when its replica crashes, and misses and doubles nothing', () => {
    const cluster = startCluster({ ...REGIONS, seed: 3 })
      .settle()
      .wait(1_000);
    cluster.startLoad(20).wait(1_000).crash(2);
    cluster.until(happened('readReplicaDropped', { replica: 2, because: 'disconnected' }));
    cluster.until(fenced(2)).stopLoad().settle();
    const { producers } = cluster.world;
    const all = (producers['producer-1']?.acknowledged ?? []).flat().map(({ id }) => id);
    expect(readBy(cluster, 'consumer-1')).toEqual(all);
    const at = cluster.all('recordsConsumed', { consumer: 'consumer-1', broker: 1 });
    expect(at.length).toBeGreaterThan(0);
    cluster
      .start(2)
      .until(inSyncIs(P, 1, 3, 2))
      .settle();
    expect(readBy(cluster, 'consumer-1')).toEqual(all);
  });

  it('asks the leader again when it does not know the broker that it is sent to', () => {
    const settings = { ...REGIONS, consumers: 1, acks: 1, minInsyncReplicas: 3, seed: 6 } as const;
    const cluster = startCluster(settings).settle();
    cluster.crash(2).until(fenced(2)).restartConsumer('consumer-1').wait(1_000).produce('a');
    expect(cluster.world.consumers['consumer-1']?.metadata.brokers).toEqual([1, 3]);
    // Nothing is committed before broker 2 is back, and nothing changes after that.
    cluster.start(2).until(happened('highWatermarkAdvanced', { broker: 1 }));
    const committedAt = cluster.now;
    cluster.until(happened('readReplicaDropped', { replica: 2, because: 'gone' }));
    cluster.until(happened('recordsConsumed', { consumer: 'consumer-1', broker: 2 }));
    expect(cluster.now - committedAt).toBeLessThanOrEqual(500 + 6 * 45);
  });

  it('keeps a replica that falls out of sync, but nobody new is sent there', () => {
    const cluster = startCluster({ ...REGIONS, consumers: 1, seed: 4 })
      .settle()
      .wait(1_000);
    cluster.cutLink('broker-1', 'broker-2').produce('a');
    cluster.until(inSyncIs(P, 1, 3));
    expect(cluster.world.controller.image.brokers[2]?.fenced).toBe(false);
    const dropped = cluster.all('readReplicaDropped', { consumer: 'consumer-1' });
    expect(dropped).toEqual([]);
    expect(readBy(cluster, 'consumer-1')).toEqual([]);
    cluster.addConsumer('b').wait(2_000).produce('b');
    cluster.until(happened('recordsConsumed', { consumer: 'consumer-2', broker: 1 }));
    expect(cluster.all('readReplicaChosen', { consumer: 'consumer-2' })).toEqual([]);
    cluster.healAll().settle();
    expect(readBy(cluster, 'consumer-1')).toEqual([1, 2]);
  });

  it('begins with the leader again in every new leader epoch', () => {
    const cluster = startCluster({ ...REGIONS, seed: 5 })
      .settle()
      .wait(1_000);
    cluster.produce('a').settle().crash(1).until(leaderIs(P, 2)).settle();
    const dropped = cluster.all('readReplicaDropped', { because: 'leaderChanged' });
    expect(dropped.map(({ event }) => event.consumer)).toEqual(['consumer-1']);
    cluster.produce('b').until(acknowledged('b')).settle();
    expect(readBy(cluster, 'consumer-1')).toEqual([1, 2]);
    expect(readBy(cluster, 'consumer-2')).toEqual([1, 2]);
  });
});

/** A record is read, and lost: the replica that lacks it is elected. */
function readAndLost(autoOffsetReset: 'latest' | 'earliest' | 'none'): Cluster {
  const two = { brokers: 2, replicationFactor: 2, minInsyncReplicas: 1 } as const;
  const cluster = startCluster({ ...two, autoOffsetReset, uncleanLeaderElection: true, seed: 6 });
  cluster.settle().produce('a').until(acknowledged('a')).settle();
  cluster.crash(2).until(fenced(2)).produce('b').until(acknowledged('b')).settle();
  expect(readBy(cluster, 'consumer-1')).toEqual([1, 2]);
  return cluster.crash(1).until(fenced(1)).start(2).until(leaderIs(P, 2));
}

describe('a consumer that has read what an unclean election loses', () => {
  it.each(['latest', 'earliest'] as const)(
    'steps back to where the logs part, and reads the same offset again (%s)',
    (policy) => {
      const cluster = readAndLost(policy).settle();
      const [told] = cluster.all('truncationDetected');
      expect(told?.event).toMatchObject({ from: 2, to: 1, offsetEpoch: 0 });
      expect(cluster.all('positionReset')).toEqual([]);
      cluster.produce('c').until(acknowledged('c')).settle();
      expect(cluster.log(2, P)).toEqual(['a', 'c']);
      expect(readBy(cluster, 'consumer-1')).toEqual([1, 2, 3]);
    },
  );

  it('is told so when there is no policy, and reads on when there is one', () => {
    const cluster = readAndLost('none').until(happened('consumerFailed')).settle();
    const [told] = cluster.all('consumerFailed');
    expect(told?.event).toMatchObject({ exception: 'LogTruncationException', at: 2 });
    cluster.produce('c').until(acknowledged('c')).settle();
    expect(readBy(cluster, 'consumer-1')).toEqual([1, 2]);
    cluster.wait(6_000).restartConsumer('consumer-1').until(happened('consumerFailed'));
    cluster.changeAutoOffsetReset('consumer-1', 'latest').settle();
    expect(readBy(cluster, 'consumer-1')).toEqual([1, 2, 3]);
  });
});

describe('the offsets that a consumer commits', () => {
  it('are where a new process goes on: what came after is read twice', () => {
    const cluster = startCluster({ seed: 7 }).settle();
    cluster.produce('a').until(happened('recordsConsumed')).wait(5_000);
    expect(cluster.all('offsetsCommitted')).toHaveLength(1);
    cluster.produce('b').until(happened('recordsConsumed')).restartConsumer('consumer-1').settle();
    expect(cluster.all('consumerRestarted')[0]?.event.again).toBe(1);
    expect(readBy(cluster, 'consumer-1')).toEqual([1, 2, 2]);
    expect(cluster.world.consumers['consumer-1']?.consumed).toBe(3);
  });

  it('cost nothing while nothing is read', () => {
    const cluster = startCluster({ seed: 8 }).settle().wait(60_000);
    expect(cluster.all('offsetsCommitted')).toEqual([]);
    expect(cluster.world.consumers['consumer-1']?.commitDueAt).toBeNull();
  });
});

describe('a consumer that is added', () => {
  it.each([
    ['earliest', [1, 2]],
    ['latest', [2]],
  ] as const)('begins at the %s offset', (autoOffsetReset, reads) => {
    const cluster = startCluster({ autoOffsetReset, seed: 9 }).settle();
    cluster.produce('a').until(acknowledged('a')).settle().addConsumer().wait(100);
    cluster.produce('b').until(acknowledged('b')).settle();
    expect(readBy(cluster, 'consumer-2')).toEqual(reads);
    expect(cluster.world.consumers['consumer-2']?.group).toBe('shipping');
  });

  it('does not know where to begin without a policy', () => {
    const cluster = startCluster({ autoOffsetReset: 'none', seed: 10 }).settle().addConsumer();
    const exception = 'NoOffsetForPartitionException';
    cluster.until(happened('consumerFailed', { consumer: 'consumer-2', exception }));
  });

  it('finds the partitions of a new topic with its next metadata', () => {
    const cluster = startCluster({ autoOffsetReset: 'earliest', seed: 11 }).settle();
    cluster.createTopic('payments').produce('a', 'payments-0').until(acknowledged('a'));
    cluster.until(happened('recordsConsumed', { partition: 'payments-0' }));
    expect(cluster.now).toBeLessThanOrEqual(301_000);
  });
});

describe('a consumer that reads what is committed only', () => {
  it('reads up to the high watermark, for nobody writes in transactions', () => {
    const cluster = startCluster({ isolationLevel: 'read_committed', seed: 12 }).settle();
    cluster.produce('a').until(happened('recordsConsumed')).settle();
    expect(cluster.world.consumers['consumer-1']?.positions[P]).toBe(1);
  });
});
