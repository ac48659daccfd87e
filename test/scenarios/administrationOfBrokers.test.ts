import { describe, expect, it } from 'vitest';
import { promisesOf } from '../../src/sim/promises';
import { startCluster } from '../cluster';
import type { Cluster } from '../cluster';
import { acknowledged, fenced, happened, inSyncIs, leaderIs, running } from '../conditions';

const P = 'orders-0';

function written(cluster: Cluster, ...values: readonly string[]): Cluster {
  for (const value of values) cluster.produce(value).until(acknowledged(value));
  return cluster.settle();
}

describe('a broker that is added', () => {
  it('registers, starts fenced, is let in, and gets nothing by itself', () => {
    const cluster = written(startCluster({ seed: 1 }), 'a').addBroker(4, 'b');
    cluster.until(happened('brokerRegistered', { broker: 4, isFirst: true })).until(fenced(4));
    cluster.until(running(4)).settle().wait(400_000);
    expect(cluster.world.brokers[4]?.replicas).toEqual({});
    expect(cluster.world.network.racks).toEqual({ 'broker-4': 'b' });
  });

  it('takes the place of a dead one when it is given all that the dead one held', () => {
    const cluster = written(startCluster({ seed: 1, partitions: 3 }), 'a', 'b', 'c');
    cluster.crash(2).until(fenced(2)).addBroker(4).until(running(4));
    cluster.reassign('orders-0', 1, 4, 3).reassign('orders-1', 4, 3, 1);
    cluster.reassign('orders-2', 3, 1, 4).settle();
    expect(cluster.all('reassignmentCompleted')).toHaveLength(3);
    cluster.unregister(2).settle();
    const { brokers, partitions } = cluster.world.controller.image;
    expect(Object.keys(brokers)).toEqual(['1', '3', '4']);
    for (const { inSync, replicas } of Object.values(partitions).flatMap((row) => row ?? [])) {
      expect(new Set(inSync)).toEqual(new Set([1, 3, 4]));
      expect(replicas).not.toContain(2);
    }
    cluster.elect('PREFERRED', 'orders-1').until(leaderIs('orders-1', 4));
    written(cluster, 'd', 'e');
    expect(promisesOf(cluster.world)).toMatchObject({ acknowledged: 5, safe: 5 });
  });
});

describe('a broker that is unregistered', () => {
  it('leaves the in-sync set at once, and stays in the assignment', () => {
    const cluster = written(startCluster({ seed: 1 }), 'a')
      .crash(1)
      .unregister(1);
    expect(cluster.world.controller.image.partitions[P]).toMatchObject({
      replicas: [1, 2, 3],
      inSync: [2, 3],
      leader: 2,
    });
    expect(cluster.all('brokerFenced')).toEqual([]);
    written(cluster, 'b');
  });

  it('is taken for a new one when it starts again, and copies what it missed', () => {
    const cluster = written(startCluster({ seed: 1 }), 'a')
      .crash(1)
      .unregister(1);
    written(cluster, 'b')
      .start(1)
      .until(inSyncIs(P, 1, 2, 3))
      .settle();
    expect(cluster.all('brokerRegistered', { broker: 1, isFirst: true })).toHaveLength(1);
    expect(cluster.all('registrationRefused')).toEqual([]);
    expect(cluster.log(1, P)).toEqual(['a', 'b']);
  });
});

describe('a topic that is created', () => {
  it('is spread over the brokers, led at once, and written to', () => {
    const cluster = startCluster({ seed: 1 }).settle().createTopic('payments', { partitions: 2 });
    expect(cluster.world.controller.image.partitions['payments-1']).toMatchObject({
      replicas: [2, 3, 1],
      inSync: [2, 3, 1],
      leader: 2,
      leaderEpoch: 0,
      partitionEpoch: 0,
    });
    cluster.until(leaderIs('payments-1', 2)).produce('a', 'payments-1').until(acknowledged('a'));
    cluster.settle();
    for (const broker of [1, 2, 3]) expect(cluster.log(broker, 'payments-1')).toEqual(['a']);
    expect(cluster.log(1, P)).toEqual([]);
  });

  it('takes a fenced broker only when there are too few others, and never as leader', () => {
    const cluster = startCluster({ seed: 1 }).crash(1).until(fenced(1)).createTopic('payments');
    expect(cluster.world.controller.image.partitions['payments-0']).toMatchObject({
      replicas: [2, 3, 1],
      inSync: [2, 3],
      leader: 2,
    });
    cluster.start(1).until(inSyncIs('payments-0', 1, 2, 3));
    cluster.createTopic('refunds', { replicationFactor: 2 });
    expect(cluster.world.controller.image.partitions['refunds-0']?.replicas).toEqual([1, 2]);
  });

  it('has settings of its own', () => {
    const cluster = startCluster({ seed: 1 }).settle().createTopic('payments').settle();
    cluster.changeMinInsyncReplicas(3, 'payments').changeUncleanLeaderElection(true, 'payments');
    expect(cluster.world.controller.image.topics).toMatchObject({
      orders: { minInsyncReplicas: 2, uncleanLeaderElection: false },
      payments: { minInsyncReplicas: 3, uncleanLeaderElection: true },
    });
    cluster.crash(3).until(fenced(3)).produce('a', 'payments-0');
    cluster.until(happened('produceRefused', { error: 'NOT_ENOUGH_REPLICAS' }));
    cluster.produce('b', P).until(acknowledged('b'));
  });
});
