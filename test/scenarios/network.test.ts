import { describe, expect, it } from 'vitest';
import { promisesOf } from '../../src/sim/promises';
import { startCluster } from '../cluster';
import { acknowledged, consumed, failed, fenced, happened, inSyncIs } from '../conditions';
import { leaderIs } from '../conditions';

const leader = 'broker-1';
const producer = 'producer-1';

describe('a leader that is cut off from the controller only', () => {
  it('is fenced after its session, and goes on to believe that it leads', () => {
    const cluster = startCluster({ seed: 1 }).settle().cutLink(leader, 'controller');
    const cutAt = cluster.now;
    cluster.until(fenced(1));
    expect(cluster.now - cutAt).toBeLessThanOrEqual(10_125);
    expect(cluster.now - cutAt).toBeGreaterThan(7_000);
    cluster.until(leaderIs('orders-0', 2)).wait(5_000);
    expect(cluster.replica(1, 'orders-0').role.type).toBe('leader');
    expect(cluster.replica(1, 'orders-0').leaderEpoch).toBe(0);
  });

  it('takes acks=1 writes of a producer that knows no better, and loses them when it hears', () => {
    const cluster = startCluster({ seed: 1, acks: 1, minInsyncReplicas: 1 }).settle();
    cluster.produce('a').until(acknowledged('a')).settle();
    cluster.cutLink(leader, 'controller').until(leaderIs('orders-0', 2)).wait(1_000);
    cluster.produce('b').until(acknowledged('b')).wait(2_000);
    expect(cluster.log(1, 'orders-0')).toEqual(['a', 'b']);
    expect(promisesOf(cluster.world).lost).toBe(1);

    cluster.heal(leader, 'controller').settle();
    expect(cluster.all('logTruncated', { broker: 1, from: 2, to: 1 })).toHaveLength(1);
    expect(cluster.log(1, 'orders-0')).toEqual(['a']);
    expect(cluster.all('promiseBroken', { acks: 1 })).toHaveLength(1);
  });

  it('hears of the news within 2.1 s of the healing, and keeps its broker epoch', () => {
    const cluster = startCluster({ seed: 1 }).settle().cutLink(leader, 'controller');
    cluster.until(leaderIs('orders-0', 2)).wait(20_000);
    const healedAt = cluster.heal(leader, 'controller').now;
    cluster.until(happened('becameFollower', { broker: 1, leader: 2 }));
    expect(cluster.now - healedAt).toBeLessThanOrEqual(2_100);
    cluster.until(happened('brokerUnfenced', { broker: 1 })).settle();
    expect(cluster.world.controller.image.brokers[1]).toMatchObject({ brokerEpoch: 1 });
    expect(cluster.world.controller.image.partitions['orders-0']?.inSync).toEqual([2, 3, 1]);
  });

  it('never acknowledges acks=all: its followers have left it', () => {
    const cluster = startCluster({ seed: 1 }).settle().cutLink(leader, 'controller');
    cluster.until(leaderIs('orders-0', 2)).wait(1_000).produce('a').wait(25_000);
    expect(cluster.log(1, 'orders-0')).toEqual(['a']);
    expect(cluster.all('recordsAcknowledged')).toEqual([]);
    cluster.until(acknowledged('a'));
    expect(cluster.log(2, 'orders-0')).toEqual(['a']);
    cluster.healAll().settle();
    expect(cluster.log(1, 'orders-0')).toEqual(['a']);
  });
});

describe('a follower that is cut off from its leader only', () => {
  it('falls out of the in-sync set by time, stays unfenced, and comes back when healed', () => {
    const cluster = startCluster({ seed: 1, acks: 1 }).settle().cutLink(leader, 'broker-3');
    cluster.produce('a').until(acknowledged('a'));
    const lagsSince = cluster.now;
    cluster.until(inSyncIs('orders-0', 1, 2));
    expect(cluster.now - lagsSince).toBeGreaterThan(29_000);
    expect(cluster.now - lagsSince).toBeLessThanOrEqual(45_100);
    expect(cluster.all('brokerFenced')).toEqual([]);
    cluster.settle().heal(leader, 'broker-3').settle();
    expect(cluster.world.controller.image.partitions['orders-0']?.inSync).toEqual([1, 2, 3]);
    expect(cluster.log(3, 'orders-0')).toEqual(['a']);
  });

  it('stays in the set however many records it lacks, until its time is over', () => {
    const cluster = startCluster({ seed: 1, acks: 1 }).settle().cutLink(leader, 'broker-3');
    cluster.startLoad(100).wait(2_000).stopLoad().wait(25_000);
    expect(cluster.world.controller.image.partitions['orders-0']?.inSync).toEqual([1, 2, 3]);
    expect(cluster.log(1, 'orders-0').length).toBeGreaterThan(150);
    expect(cluster.log(3, 'orders-0')).toEqual([]);
  });

  it('stays in the set for ever while there is nothing that it lacks', () => {
    const cluster = startCluster({ seed: 1 }).settle().cutLink(leader, 'broker-3');
    cluster.wait(120_000);
    expect(cluster.world.controller.image.partitions['orders-0']?.inSync).toEqual([1, 2, 3]);
  });
});

describe('a producer that is cut off from the leader', () => {
  it('delivers nothing across the cut, and gives up after delivery.timeout.ms', () => {
    const cluster = startCluster({ seed: 1 }).settle().produce('a').until(acknowledged('a'));
    cluster.cutLink(producer, leader);
    const producedAt = cluster.produce('b').now;
    cluster.until(failed('b'));
    expect(cluster.now - producedAt).toBe(120_000);
    cluster.settle();
    for (const broker of [1, 2, 3]) expect(cluster.log(broker, 'orders-0')).toEqual(['a']);
    expect(cluster.all('produceRetried', { error: 'REQUEST_TIMED_OUT' })).not.toEqual([]);
  });

  it('delivers what waited as soon as its next attempt gets through', () => {
    const cluster = startCluster({ seed: 1 }).settle().cutLink(producer, leader);
    cluster.produce('a').wait(10_000).healAll().until(acknowledged('a')).until(consumed('a'));
    expect(cluster.log(1, 'orders-0')).toEqual(['a']);
  });

  it('whose acknowledgements are lost writes nothing twice: its retry is known', () => {
    const cluster = startCluster({ seed: 1 }).settle();
    cluster.cutOneWay(leader, producer).produce('a').wait(10_000);
    expect(cluster.log(1, 'orders-0')).toEqual(['a']);
    expect(cluster.all('recordsAcknowledged')).toEqual([]);
    cluster.healAll().until(acknowledged('a')).settle();
    expect(cluster.all('duplicateFound', { broker: 1 })).toHaveLength(1);
    expect(cluster.log(1, 'orders-0')).toEqual(['a']);
  });
});
