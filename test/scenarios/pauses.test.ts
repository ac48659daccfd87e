import { describe, expect, it } from 'vitest';
import { promisesOf } from '../../src/sim/promises';
import { startCluster } from '../cluster';
import { acknowledged, fenced, happened, leaderIs } from '../conditions';

function epochOf(cluster: ReturnType<typeof startCluster>, broker: number): number | undefined {
  return cluster.world.controller.image.brokers[broker]?.brokerEpoch;
}

describe('a process that stands still for less than its session', () => {
  it('costs time only: a record waits for a leader until it goes on', () => {
    const cluster = startCluster({ seed: 1 }).settle().pause(1, 4_000);
    const pausedAt = cluster.now;
    cluster.produce('a').wait(3_500);
    expect(cluster.log(1, 'orders-0')).toEqual([]);
    cluster.until(acknowledged('a'));
    expect(cluster.now - pausedAt).toBeGreaterThanOrEqual(4_000);
    expect(cluster.now - pausedAt).toBeLessThan(4_100);
    cluster.settle();
    expect(cluster.all('brokerFenced')).toEqual([]);
    expect(cluster.all('leaderElected')).toEqual([]);
    expect(cluster.all('produceRetried')).toEqual([]);
  });

  it('costs time only: a record waits for a follower in sync until it goes on', () => {
    const cluster = startCluster({ seed: 1 }).settle().pause(3, 4_000).produce('a');
    cluster.until(happened('brokerResumed')).until(acknowledged('a')).settle();
    expect(cluster.all('inSyncReplicasChanged')).toEqual([]);
    expect(cluster.log(3, 'orders-0')).toEqual(['a']);
  });

  it('sends nothing and hears nothing meanwhile, and its connections stay open', () => {
    const cluster = startCluster({ seed: 1 }).settle().pause(1, 4_000);
    const sent = (): string => JSON.stringify(cluster.world.brokers[1]?.sent);
    const before = sent();
    cluster.produce('a').wait(3_900);
    expect(sent()).toBe(before);
    const inbox = cluster.world.brokers[1]?.inbox ?? [];
    expect(inbox.map(({ message }) => message.type)).toContain('produceRequest');
    expect(cluster.all('messageLost')).toEqual([]);
    expect(cluster.all('fetchFailed')).toEqual([]);
  });
});

describe('a process that stands still for longer than its session', () => {
  it('is fenced and keeps its broker epoch, and its next heartbeat unfences it', () => {
    const cluster = startCluster({ seed: 1 }).settle();
    const before = epochOf(cluster, 1);
    cluster.pause(1, 15_000).until(leaderIs('orders-0', 2));
    cluster.until(happened('brokerUnfenced', { broker: 1 })).settle();
    expect(epochOf(cluster, 1)).toBe(before);
    expect(cluster.all('brokerRegistered')).toEqual([]);
    expect(cluster.world.controller.image.partitions['orders-0']).toMatchObject({
      leader: 2,
      inSync: [2, 3, 1],
    });
  });

  it('takes what waited for it as the leader that it was, and loses that again', () => {
    const cluster = startCluster({ seed: 1, acks: 1, minInsyncReplicas: 1 }).settle();
    cluster.produce('a').until(acknowledged('a')).settle();
    cluster.pause(1, 15_000).produce('b').until(fenced(1));
    expect(cluster.log(1, 'orders-0')).toEqual(['a']);
    cluster.until(acknowledged('b'));
    expect(cluster.log(1, 'orders-0')).toEqual(['a', 'b']);
    expect(promisesOf(cluster.world).lost).toBe(1);
    cluster.settle();
    expect(cluster.all('promiseBroken', { acks: 1, leader: 2 })).toHaveLength(1);
    expect(cluster.all('logTruncated', { broker: 1, from: 2, to: 1 })).toHaveLength(1);
    expect(cluster.log(1, 'orders-0')).toEqual(['a']);
  });

  it('acknowledges no acks=all record that its followers have not got', () => {
    const cluster = startCluster({ seed: 1 }).settle().pause(1, 15_000).produce('a');
    cluster.until(acknowledged('a')).settle();
    for (const broker of [1, 2, 3]) expect(cluster.log(broker, 'orders-0')).toEqual(['a']);
    expect(promisesOf(cluster.world)).toMatchObject({ acknowledged: 1, safe: 1, lost: 0 });
    expect(cluster.all('recordsAcknowledged', { broker: 2 })).toHaveLength(1);
  });

  it('a follower leaves the in-sync set, and is proposed again when it goes on', () => {
    const cluster = startCluster({ seed: 1 }).settle().pause(3, 20_000).until(fenced(3));
    cluster.produce('a').until(acknowledged('a')).until(happened('brokerResumed')).settle();
    expect(cluster.log(3, 'orders-0')).toEqual(['a']);
    expect(cluster.world.controller.image.partitions['orders-0']?.inSync).toEqual([1, 2, 3]);
  });

  it('finds a batch that was sent to it twice meanwhile, and writes it once', () => {
    const alone = { brokers: 1, replicationFactor: 1, minInsyncReplicas: 1 };
    const cluster = startCluster({ seed: 1, ...alone })
      .settle()
      .pause(1, 45_000)
      .produce('a');
    cluster.until(acknowledged('a')).settle();
    expect(cluster.all('duplicateFound')).toHaveLength(1);
    expect(cluster.log(1, 'orders-0')).toEqual(['a']);
  });
});

describe('a process that is killed while it stands still', () => {
  it('is down, and who had asked it is told that the connection closed', () => {
    const cluster = startCluster({ seed: 1 }).settle().pause(1, 30_000).produce('a').wait(1_000);
    cluster.crash(1).until(happened('produceRetried', { error: 'NETWORK_EXCEPTION' }));
    expect(cluster.world.brokers[1]).toMatchObject({ pausedUntil: null, inbox: [] });
    cluster.until(acknowledged('a')).start(1).settle();
    expect(cluster.log(1, 'orders-0')).toEqual(['a']);
    expect(cluster.all('brokerResumed')).toEqual([]);
  });
});
