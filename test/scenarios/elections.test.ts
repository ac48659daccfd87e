import { describe, expect, it } from 'vitest';
import { startCluster } from '../cluster';
import { acknowledged, consumed, fenced, happened, hasRecords, inSyncIs } from '../conditions';
import { leaderIs, running } from '../conditions';

describe('who leads, and what the others cut', () => {
  it('the first replica in assignment order leads, though another has a longer log', () => {
    // Brokers 1 and 3 share a rack, so that broker 3 has a record long before broker 2.
    const racks = { 1: 'a', 2: 'b', 3: 'a' };
    const cluster = startCluster({ seed: 1, acks: 1, minInsyncReplicas: 1, racks });
    cluster.settle().produce('a').until(acknowledged('a')).produce('b');
    cluster.until(hasRecords(3, 'orders-0', 2)).crash(1);
    cluster.until(leaderIs('orders-0', 2)).settle();
    expect(cluster.all('logTruncated', { broker: 3, from: 2, to: 1 })).toHaveLength(1);
    expect(cluster.log(3, 'orders-0')).toEqual(['a']);
  });

  it('an old leader cuts by epoch what only it had, and keeps what was committed', () => {
    const racks = { 1: 'a', 2: 'b', 3: 'b' };
    const cluster = startCluster({ seed: 1, acks: 1, minInsyncReplicas: 1, racks });
    cluster.settle().produce('a').until(acknowledged('a')).settle();
    cluster.produce('b').until(acknowledged('b')).crash(1);
    cluster.until(leaderIs('orders-0', 2)).produce('c').until(acknowledged('c')).settle();
    cluster.start(1).until(running(1)).settle();
    const [cut] = cluster.all('logTruncated', { broker: 1 });
    expect(cut?.event).toMatchObject({ from: 2, to: 1, epochs: [0] });
    expect(cluster.log(1, 'orders-0')).toEqual(['a', 'c']);
  });

  it('a follower that comes back with an old high watermark keeps its committed records', () => {
    const cluster = startCluster({ seed: 1 });
    cluster.settle().produce('a').until(acknowledged('a')).crash(2).until(fenced(2));
    expect(cluster.replica(2, 'orders-0').highWatermark).toBe(0);
    cluster.start(2).until(running(2)).settle();
    expect(cluster.all('logTruncated')).toEqual([]);
    expect(cluster.log(2, 'orders-0')).toEqual(['a']);
  });

  it('without the setting nobody outside the in-sync set leads, however long it takes', () => {
    const cluster = lastOneDown(false).wait(400_000);
    expect(cluster.world.controller.image.partitions['orders-0']?.leader).toBe(-1);
    cluster.start(1).until(leaderIs('orders-0', 1)).settle();
    expect(cluster.log(2, 'orders-0')).toEqual(['a', 'b']);
  });

  it('with the setting a replica that lacks a committed record leads, and it is gone', () => {
    const cluster = lastOneDown(true).until(leaderIs('orders-0', 2));
    expect(cluster.all('leaderElected', { leader: 2, by: 'unclean' })).toHaveLength(1);
    cluster.start(1).until(running(1)).settle();
    expect(cluster.log(1, 'orders-0')).toEqual(['a']);
  });

  it('the setting takes effect within five minutes when it is changed later', () => {
    const cluster = lastOneDown(false).wait(1_000).changeUncleanLeaderElection(true);
    const changedAt = cluster.now;
    cluster.until(happened('leaderElected', { leader: 2, by: 'unclean' }));
    expect(cluster.now - changedAt).toBeLessThanOrEqual(300_000);
  });

  it('a leader does not lead again on its return, but follows', () => {
    const cluster = startCluster({ seed: 1 });
    cluster.crash(1).until(leaderIs('orders-0', 2)).start(1).until(running(1)).settle();
    expect(cluster.world.controller.image.partitions['orders-0']).toMatchObject({
      leader: 2,
      inSync: [2, 3, 1],
    });
  });

  it('a consumer that asks under an old epoch is sent to the new leader', () => {
    const cluster = startCluster({ seed: 1 });
    cluster.crash(1).until(leaderIs('orders-0', 2)).start(1).until(running(1)).settle();
    cluster.until(happened('leaderElected', { leader: 1, by: 'preferred' })).settle();
    cluster.produce('a').until(consumed('a'));
    expect(cluster.all('recordsConsumed').map(({ event }) => event.broker)).toEqual([1]);
  });

  it('a follower that is fenced raises the partition epoch and not the leader epoch', () => {
    const cluster = startCluster({ seed: 1 });
    cluster.crash(3).until(inSyncIs('orders-0', 1, 2));
    const known = cluster.world.controller.image.partitions['orders-0'];
    expect(known).toMatchObject({ leaderEpoch: 0, partitionEpoch: 1 });
  });

  it('clients find the one broker that came back, though they knew only the others', () => {
    const settings = { uncleanLeaderElection: true, minInsyncReplicas: 1, acks: 1 } as const;
    const cluster = startCluster({ seed: 1, ...settings });
    cluster.settle().produce('a').until(consumed('a'));
    for (const broker of [1, 2, 3]) cluster.crash(broker).until(fenced(broker)).wait(5_000);
    cluster.start(1).until(leaderIs('orders-0', 1)).settle();
    cluster.produce('b').until(consumed('b'));
    expect(cluster.log(1, 'orders-0')).toEqual(['a', 'b']);
  });
});

/** Broker 2 is up and lacks record b, which was committed when only broker 1 was in sync. */
function lastOneDown(uncleanLeaderElection: boolean): ReturnType<typeof startCluster> {
  const cluster = startCluster({
    seed: 1,
    brokers: 2,
    replicationFactor: 2,
    minInsyncReplicas: 1,
    uncleanLeaderElection,
    eligibleLeaderReplicas: false,
  });
  cluster.settle().produce('a').until(acknowledged('a')).settle();
  cluster.crash(2).until(fenced(2)).produce('b').until(acknowledged('b'));
  return cluster.crash(1).until(fenced(1)).start(2).until(running(2));
}
