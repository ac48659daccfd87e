import { describe, expect, it } from 'vitest';
import { startCluster } from '../cluster';
import { acknowledged, happened, hasRecords, inSyncIs } from '../conditions';

const PARTITION = 'orders-0';

describe('a follower with a slow disk', () => {
  it('leaves the in-sync set 30 to 45 s after it last had everything, and is never fenced', () => {
    const cluster = startCluster({ seed: 1 }).settle().slowDisk(3, 60_000).produce('a');
    cluster.until(hasRecords(3, PARTITION, 1)).produce('b');
    const since = cluster.now;
    cluster.until(happened('inSyncChangeProposed', { change: 'shrink', replicas: [3] }));
    expect(cluster.now - since).toBeGreaterThan(30_000);
    expect(cluster.now - since).toBeLessThanOrEqual(45_100);
    cluster.until(inSyncIs(PARTITION, 1, 2));
    expect(cluster.all('brokerFenced')).toEqual([]);
    expect(cluster.world.controller.image.brokers[3]?.fenced).toBe(false);
  });

  it('is waited for with acks=all until it has left', () => {
    const cluster = startCluster({ seed: 1 }).settle().slowDisk(3, 60_000).produce('a');
    cluster.until(hasRecords(3, PARTITION, 1)).produce('b');
    const since = cluster.now;
    cluster.until(happened('highWatermarkAdvanced', { from: 0 }));
    expect(cluster.now - since).toBeGreaterThan(30_000);
  });

  it('goes on copying outside the set, and is back as soon as the disk is fast again', () => {
    const cluster = startCluster({ seed: 1 }).settle().slowDisk(3, 50_000).produce('a');
    cluster
      .until(inSyncIs(PARTITION, 1, 2))
      .produce('b')
      .until(acknowledged('b'));
    cluster
      .until(hasRecords(3, PARTITION, 2))
      .produce('c')
      .until(acknowledged('c'));
    expect(cluster.log(3, PARTITION)).toEqual(['a', 'b']);
    cluster
      .slowDisk(3, 0)
      .until(inSyncIs(PARTITION, 1, 2, 3))
      .settle();
    expect(cluster.log(3, PARTITION)).toEqual(['a', 'b', 'c']);
  });

  it('stays in the set when it is always one fetch behind a busy leader', () => {
    const cluster = startCluster({ seed: 1 }).settle().slowDisk(3, 600).startLoad(2);
    let behind = 0;
    for (let second = 0; second < 60; second++) {
      cluster.wait(1_000);
      const [leader, slow] = [cluster.replica(1, PARTITION), cluster.replica(3, PARTITION)];
      if (slow.log.records.length < leader.log.records.length) behind++;
    }
    expect(behind).toBeGreaterThan(10);
    expect(cluster.all('inSyncChangeProposed')).toEqual([]);
  });
});
