import { describe, expect, it } from 'vitest';
import { startCluster } from '../cluster';
import { acknowledged, fenced, hasRecords, happened, running } from '../conditions';

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8];

describe('how long things take', () => {
  it('a crash is noticed 9.0 to 10.2 seconds after the last heartbeat', () => {
    for (const seed of SEEDS) {
      const cluster = startCluster({ seed });
      cluster
        .wait(seed * 700)
        .crash(1)
        .until(fenced(1));
      const [noticed] = cluster.all('brokerFenced');
      const silence = cluster.now - (noticed?.event.lastContactAt ?? 0);
      expect(silence).toBeGreaterThan(9_000);
      expect(silence).toBeLessThanOrEqual(10_200);
    }
  });

  it('a crash is noticed in time though a heartbeat falls on the tick of the check', () => {
    // Broker 1 beats on the very ticks at which the controller looks for stale brokers.
    const cluster = startCluster({ seed: 1 });
    cluster.wait(999).crash(3).until(fenced(3));
    cluster
      .wait(15_116 - cluster.now)
      .start(3)
      .settle();
    cluster
      .wait(29_999 - cluster.now)
      .crash(1)
      .until(fenced(1));
    const noticed = cluster.all('brokerFenced', { broker: 1 }).at(-1);
    const silence = cluster.now - (noticed?.event.lastContactAt ?? 0);
    expect(silence).toBeLessThanOrEqual(10_125 + 10);
  });

  it('a fetch waits for data for at most 500 ms', () => {
    const cluster = startCluster({ seed: 3 }).settle();
    const waits: number[] = [];
    for (let ms = 0; ms < 3_000; ms++) {
      cluster.wait(1);
      const sessions = Object.values(cluster.world.brokers[1]?.sessions ?? {});
      const parked = sessions.flatMap((session) => session?.parked ?? []);
      waits.push(...parked.map(({ arrivedAt }) => cluster.now - arrivedAt));
    }
    expect(Math.max(...waits)).toBeLessThan(500);
    expect(Math.max(...waits)).toBeGreaterThan(300);
  });

  it('a follower learns the high watermark a round later', () => {
    const cluster = startCluster({ seed: 1 });
    cluster.settle().produce('a').until(acknowledged('a'));
    expect(cluster.replica(1, 'orders-0').highWatermark).toBe(1);
    expect(cluster.log(2, 'orders-0')).toEqual(['a']);
    expect(cluster.replica(2, 'orders-0').highWatermark).toBe(0);

    cluster.until(happened('followerHighWatermarkMoved', { broker: 2 }));
    const [copied] = cluster.all('recordsReplicated', { broker: 2 });
    expect(cluster.replica(2, 'orders-0').highWatermark).toBe(1);
    expect(cluster.now - (copied?.at ?? 0)).toBeLessThanOrEqual(510);
  });

  it('a follower learns the high watermark at once when the next record comes', () => {
    const cluster = startCluster({ seed: 1 });
    cluster.settle().produce('a').until(acknowledged('a'));
    cluster.produce('b').until(hasRecords(2, 'orders-0', 2));
    expect(cluster.replica(2, 'orders-0').highWatermark).toBe(1);
  });

  it('a record that finds no leader fails 120 seconds after it was produced', () => {
    const cluster = startCluster({ seed: 2, replicationFactor: 1, minInsyncReplicas: 1 });
    cluster.settle().crash(1).until(fenced(1));
    const producedAt = cluster.produce('a').now;
    cluster.until(happened('deliveryFailed', { error: 'TimeoutException' }));
    expect(cluster.now - producedAt).toBe(120_000);
  });

  it('a waiting acks=all record times out after 30 seconds below the minimum, and is kept', () => {
    const cluster = startCluster({ seed: 2, brokers: 2, replicationFactor: 2 });
    cluster.settle().crash(2).wait(20).produce('a').until(happened('recordsAppended'));
    const appendedAt = cluster.now;
    cluster.until(happened('produceRefused', { error: 'REQUEST_TIMED_OUT', appended: true }));
    expect(cluster.now - appendedAt).toBe(30_000);
    expect(cluster.log(1, 'orders-0')).toEqual(['a']);
    cluster.start(2).until(acknowledged('a')).settle();
    expect(cluster.log(1, 'orders-0')).toEqual(['a']);
  });

  it('a process that starts too soon is refused until the session of the last one ends', () => {
    const cluster = startCluster({ seed: 6 });
    cluster.settle().wait(3_000).crash(1).wait(50).start(1);
    cluster.until(happened('registrationRefused', { error: 'DUPLICATE_BROKER_REGISTRATION' }));
    const sessionEndsAt = (cluster.world.controller.lastContactAt[1] ?? 0) + 9_000;
    expect(sessionEndsAt - cluster.now).toBeGreaterThan(6_000);
    cluster.until(running(1)).settle();
    const [registered] = cluster.all('brokerRegistered', { broker: 1 });
    expect(registered?.at).toBeGreaterThan(sessionEndsAt);
    // It asks every 2 s, so it loses no more than that, and a hop each way for every attempt.
    expect(registered?.at).toBeLessThan(sessionEndsAt + 2_020);
    const refused = cluster.all('registrationRefused').map(({ at }) => at);
    const pauses = refused.slice(1).map((at, nth) => at - (refused[nth] ?? 0));
    expect(Math.min(...pauses)).toBeGreaterThanOrEqual(2_002);
    expect(Math.max(...pauses)).toBeLessThanOrEqual(2_004);
    expect(cluster.all('brokerRegistered', { broker: 1 })).toHaveLength(1);
  });

  it('a leadership goes back to its preferred replica within 5 minutes of its return', () => {
    const cluster = startCluster({ seed: 1 });
    cluster.crash(1).until(fenced(1)).start(1).until(running(1)).settle();
    expect(cluster.world.controller.image.partitions['orders-0']?.leader).toBe(2);
    cluster.until(happened('leaderElected', { leader: 1, by: 'preferred' })).settle();
    expect(cluster.now).toBeLessThanOrEqual(301_000);
  });
});
