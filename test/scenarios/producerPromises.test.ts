import { describe, expect, it } from 'vitest';
import { promisesOf } from '../../src/sim/promises';
import { startCluster } from '../cluster';
import { acknowledged, consumed, fenced, happened, hasRecords, inSyncIs } from '../conditions';
import { leaderIs, running } from '../conditions';

/** The followers are a region away from the leader and its producer. */
const slowFollowers = { racks: { 1: 'a', 2: 'b', 3: 'c' }, clientRacks: { 'producer-1': 'a' } };

describe('what a producer is promised', () => {
  it('acks=1: a record acknowledged by a leader that then crashes is lost', () => {
    const cluster = startCluster({ seed: 1, acks: 1, minInsyncReplicas: 1, ...slowFollowers });
    cluster.settle().produce('a').until(acknowledged('a'));
    cluster.produce('b').until(acknowledged('b')).crash(1);
    cluster.until(leaderIs('orders-0', 2)).settle();
    expect(promisesOf(cluster.world)).toMatchObject({ acknowledged: 2, lost: 1, safe: 1 });
    expect(cluster.all('promiseBroken', { acks: 1, leader: 2, by: 'acks' })).toHaveLength(1);
    cluster.start(1).until(running(1)).settle();
    expect(cluster.all('logTruncated', { broker: 1, from: 2, to: 1 })).toHaveLength(1);
    expect(promisesOf(cluster.world)).toMatchObject({ acknowledged: 2, lost: 1, safe: 1 });
  });

  it('a loss is told once, however many leaders come after', () => {
    const cluster = startCluster({ seed: 1, acks: 1, minInsyncReplicas: 1, ...slowFollowers });
    cluster.settle().produce('a').until(acknowledged('a')).settle();
    cluster.produce('b').until(acknowledged('b')).crash(1);
    cluster.until(leaderIs('orders-0', 2)).settle().crash(2);
    const told = cluster.all('promiseBroken');
    expect(told).toHaveLength(1);
    cluster.until(happened('leaderElected', { leader: 3 }));
    expect(promisesOf(cluster.world).lost).toBe(1);
    cluster.until(leaderIs('orders-0', 3)).settle();
    expect(cluster.all('promiseBroken')).toEqual(told);
    expect(promisesOf(cluster.world).lost).toBe(1);
  });

  it('a record that an unclean election brings back is lost no longer, until it is again', () => {
    const cluster = startCluster({
      seed: 1,
      acks: 1,
      minInsyncReplicas: 1,
      eligibleLeaderReplicas: false,
      ...slowFollowers,
    });
    cluster.settle().produce('a').until(acknowledged('a')).settle();
    cluster.produce('b').until(acknowledged('b')).crash(1);
    cluster.until(leaderIs('orders-0', 2)).settle().crash(3).crash(2);
    cluster.until(happened('partitionWentOffline')).settle().start(1);
    cluster.until(running(1)).elect('UNCLEAN', 'orders-0').until(leaderIs('orders-0', 1)).settle();
    expect(promisesOf(cluster.world)).toMatchObject({ lost: 0, safe: 2 });
    cluster.loseInstance(1).settle();
    expect(promisesOf(cluster.world).lost).toBe(1);
    expect(cluster.all('promiseBroken').map(({ event }) => event.recordIds)).toEqual([[2], [2]]);
  });

  it('acks=all: a record acknowledged by a leader that then crashes is kept', () => {
    const cluster = startCluster({ seed: 1 });
    cluster.settle().produce('a').until(acknowledged('a')).crash(1);
    cluster.until(leaderIs('orders-0', 2)).start(1).until(running(1)).settle();
    expect(cluster.log(1, 'orders-0')).toEqual(['a']);
    expect(promisesOf(cluster.world)).toMatchObject({ acknowledged: 1, lost: 0, safe: 1 });
  });

  it('acks=all is refused before anything is written while too few are in sync', () => {
    const cluster = startCluster({ seed: 1 });
    cluster.settle().crash(2).crash(3).until(inSyncIs('orders-0', 1));
    cluster.produce('a').until(happened('produceRefused', { error: 'NOT_ENOUGH_REPLICAS' }));
    expect(cluster.log(1, 'orders-0')).toEqual([]);
    cluster.start(2).until(acknowledged('a')).settle();
    expect(cluster.log(2, 'orders-0')).toEqual(['a']);
  });

  it('acks=1 is written below the minimum, and stays unread until enough are in sync', () => {
    const cluster = startCluster({ seed: 1, acks: 1 });
    cluster.settle().crash(2).crash(3).until(inSyncIs('orders-0', 1));
    cluster.produce('a').until(acknowledged('a')).wait(30_000);
    expect(cluster.replica(1, 'orders-0').highWatermark).toBe(0);
    expect(cluster.all('recordsConsumed')).toEqual([]);
    cluster.start(2).until(consumed('a'));
    expect(cluster.replica(1, 'orders-0').highWatermark).toBe(1);
  });

  it('a record whose acknowledgement was lost is not written twice', () => {
    const cluster = startCluster({ seed: 1 });
    cluster
      .settle()
      .produce('a')
      .until(hasRecords(2, 'orders-0', 1))
      .crash(1);
    cluster.until(leaderIs('orders-0', 2)).until(happened('duplicateFound', { broker: 2 }));
    cluster.until(acknowledged('a')).settle();
    expect(cluster.log(2, 'orders-0')).toEqual(['a']);
    expect(cluster.log(3, 'orders-0')).toEqual(['a']);
  });

  it('a record waits for the in-sync set, not for a broker that has left it', () => {
    const cluster = startCluster({ seed: 1 });
    cluster.settle().crash(3).until(fenced(3));
    const producedAt = cluster.produce('a').now;
    cluster.until(acknowledged('a'));
    expect(cluster.now - producedAt).toBeLessThan(50);
  });

  it('min.insync.replicas can be lowered to let waiting records through', () => {
    const cluster = startCluster({ seed: 1 });
    cluster.settle().crash(2).crash(3).until(inSyncIs('orders-0', 1)).produce('a').wait(3_000);
    expect(cluster.all('recordsAcknowledged')).toEqual([]);
    cluster.changeMinInsyncReplicas(1).until(acknowledged('a')).settle();
  });
});
