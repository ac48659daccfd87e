import { describe, expect, it } from 'vitest';
import { isSettled } from '../../src/sim/settled';
import { rowOf } from '../../src/sim/table';
import { startCluster } from '../cluster';
import { acknowledged, consumed, fenced, happened, inSyncIs, leaderIs } from '../conditions';

const brokers = [1, 2, 3] as const;

describe('the controller that is cut off from all brokers', () => {
  it('fences them all, and they go on with each other; healed, it hears of them again', () => {
    const cluster = startCluster({ seed: 1 }).settle();
    for (const broker of brokers) cluster.cutLink('controller', `broker-${broker}`);
    for (const broker of brokers) cluster.until(fenced(broker));
    const offline = rowOf(cluster.world.controller.image.partitions, 'orders-0');
    expect(offline).toMatchObject({ leader: -1, inSync: [] });
    // Nobody has heard of that: the data goes on to flow.
    cluster.produce('a').until(acknowledged('a')).until(consumed('a'));

    cluster.healAll().settle();
    const healed = rowOf(cluster.world.controller.image.partitions, 'orders-0');
    expect(healed.inSync).toHaveLength(3);
    for (const broker of brokers) expect(cluster.log(broker, 'orders-0')).toEqual(['a']);
    expect(cluster.all('logTruncated')).toEqual([]);
    cluster.produce('b').until(consumed('b'));
  });
});

describe('one way between a broker and the controller', () => {
  it('to the controller: the broker is fenced, and hears nothing of it either', () => {
    const cluster = startCluster({ seed: 1 }).settle().cutOneWay('broker-1', 'controller');
    cluster.until(leaderIs('orders-0', 2)).settle();
    // It fetches the metadata like any log, and its fetches are lost.
    expect(cluster.replica(1, 'orders-0').role.type).toBe('leader');
    cluster
      .healAll()
      .until(inSyncIs('orders-0', 1, 2, 3))
      .settle();
  });

  it('from the controller: the broker stays unfenced, and learns nothing any more', () => {
    const cluster = startCluster({ seed: 1 }).settle().cutOneWay('controller', 'broker-2');
    cluster.crash(1).until(fenced(1)).wait(3_000);
    // It was elected, and does not know.
    expect(cluster.world.controller.image.partitions['orders-0']?.leader).toBe(2);
    expect(cluster.replica(2, 'orders-0').role.type).toBe('follower');
    const healedAt = cluster.healAll().now;
    cluster.until(leaderIs('orders-0', 2));
    expect(cluster.now - healedAt).toBeLessThanOrEqual(2_100);
    cluster.settle();
  });
});

describe('one way between a leader and a follower', () => {
  for (const [from, to] of [
    ['broker-1', 'broker-3'],
    ['broker-3', 'broker-1'],
  ] as const) {
    it(`${from} to ${to}: the follower copies nothing, and copies again when it is healed`, () => {
      const cluster = startCluster({ seed: 1, acks: 1 }).settle().cutOneWay(from, to);
      cluster.wait(600).produce('a').until(acknowledged('a')).wait(10_000);
      expect(cluster.log(3, 'orders-0')).toEqual([]);
      cluster.healAll().settle();
      expect(cluster.log(3, 'orders-0')).toEqual(['a']);
      expect(cluster.all('fetchFailed', { broker: 3, error: 'REQUEST_TIMED_OUT' })).toHaveLength(1);
    });
  }
});

describe('a consumer that is cut off from the leader', () => {
  it('reads nothing across the cut, and everything when it is healed', () => {
    const cluster = startCluster({ seed: 1 }).settle().cutLink('consumer-1', 'broker-1');
    cluster.wait(600).produce('a').until(acknowledged('a')).settle().wait(40_000);
    expect(cluster.all('recordsConsumed')).toEqual([]);
    cluster.healAll().until(consumed('a')).settle();
  });
});

describe('a process that starts while it is cut off', () => {
  it('asks again until it is registered', () => {
    const cluster = startCluster({ seed: 1 }).settle().crash(3).until(fenced(3));
    cluster.cutLink('broker-3', 'controller').start(3).wait(30_000);
    expect(cluster.all('brokerRegistered')).toEqual([]);
    const healedAt = cluster.healAll().now;
    cluster.until(happened('brokerRegistered', { broker: 3 }));
    expect(cluster.now - healedAt).toBeLessThan(6_600);
    cluster.until(inSyncIs('orders-0', 1, 2, 3)).settle();
    expect(cluster.all('brokerRegistered')).toHaveLength(1);
  });

  it('is registered once though the answer was lost', () => {
    const cluster = startCluster({ seed: 1 }).settle().crash(3).until(fenced(3));
    cluster.cutOneWay('controller', 'broker-3').start(3).wait(8_000).healAll();
    cluster.until(inSyncIs('orders-0', 1, 2, 3)).settle();
    expect(cluster.all('brokerRegistered', { broker: 3 })).toHaveLength(1);
    expect(cluster.world.brokers[3]?.brokerEpoch).toBe(
      cluster.world.controller.image.brokers[3]?.brokerEpoch,
    );
  });
});

describe('a cluster with cut links has settled', () => {
  it('not before who is silent is fenced', () => {
    const cluster = startCluster({ seed: 1 }).settle().cutLink('broker-3', 'controller');
    expect(isSettled(cluster.wait(5_000).world)).toBe(false);
    cluster.settle();
    expect(cluster.all('brokerFenced')).toHaveLength(1);
  });

  it('not before who lags has left the in-sync set', () => {
    const cluster = startCluster({ seed: 1, acks: 1 }).settle().cutLink('broker-1', 'broker-3');
    expect(isSettled(cluster.wait(5_000).world)).toBe(true);
    cluster.produce('a').until(acknowledged('a')).wait(5_000);
    expect(isSettled(cluster.world)).toBe(false);
    cluster.settle();
    expect(cluster.world.controller.image.partitions['orders-0']?.inSync).toEqual([1, 2]);
  });

  it('not while a process stands still', () => {
    const cluster = startCluster({ seed: 1 }).settle().pause(3, 60_000).until(fenced(3));
    expect(isSettled(cluster.wait(20_000).world)).toBe(false);
    const { inSync } = rowOf(cluster.settle().world.controller.image.partitions, 'orders-0');
    expect(inSync).toEqual([1, 2, 3]);
  });

  it('whoever is cut off from whom', () => {
    const nodes = ['controller', 'broker-1', 'broker-2', 'producer-1', 'consumer-1'] as const;
    for (const [index, one] of nodes.entries()) {
      for (const other of nodes.slice(index + 1)) {
        const cluster = startCluster({ seed: 1, acks: 1 }).settle().cutLink(one, other);
        cluster.produce('a').settle().healAll().settle();
        expect(cluster.log(2, 'orders-0')).toEqual(cluster.log(1, 'orders-0'));
        const half = startCluster({ seed: 1, acks: 1 }).settle().cutOneWay(other, one);
        half.produce('a').settle().healAll().settle();
      }
    }
  });
});
