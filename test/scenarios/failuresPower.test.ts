import { describe, expect, it } from 'vitest';
import { startCluster } from '../cluster';
import type { Cluster } from '../cluster';
import { acknowledged, consumed, fenced, leaderIs, running } from '../conditions';

const PARTITION = 'orders-0';

/** The leader has record b, and nobody else: the others still write record a. */
function aheadOfOthers(): Cluster {
  const cluster = startCluster({ seed: 1, acks: 1, minInsyncReplicas: 1 }).settle();
  cluster.slowDisk(2, 35_000).slowDisk(3, 35_000).produce('a').until(acknowledged('a'));
  return cluster.wait(31_000).produce('b').until(acknowledged('b'));
}

describe('a leader that is gone before the others have its last record', () => {
  it('has it still after a crash of its process, and cuts it when it follows', () => {
    const cluster = aheadOfOthers().crash(1).slowDisk(2, 0).slowDisk(3, 0);
    expect(cluster.log(1, PARTITION)).toEqual(['a', 'b']);
    cluster.until(leaderIs(PARTITION, 2)).start(1).until(running(1)).settle();
    expect(cluster.all('logTruncated', { broker: 1, from: 2, to: 1 })).toHaveLength(1);
    expect(cluster.log(1, PARTITION)).toEqual(['a']);
  });

  it('has lost it with the power, for it was only in the page cache', () => {
    const cluster = aheadOfOthers().cutPower(1).slowDisk(2, 0).slowDisk(3, 0);
    expect(cluster.all('unflushedRecordsLost', { broker: 1, from: 2, to: 1 })).toHaveLength(1);
    expect(cluster.log(1, PARTITION)).toEqual(['a']);
    cluster.until(leaderIs(PARTITION, 2)).start(1).until(running(1));
    cluster.wait(40_000).settle();
    expect(cluster.all('logTruncated')).toEqual([]);
    expect(cluster.all('promiseBroken', { acks: 1 })).toHaveLength(1);
  });
});

describe('a leader that loses its power', () => {
  it.each([1, 2, 3, 4])(
    'costs clients one request timeout: they ask another broker who leads now (seed %i)',
    (seed) => {
      const cluster = startCluster({ seed }).settle().produce('a').until(consumed('a'));
      cluster.wait(1_000).cutPower(1);
      const since = cluster.now;
      cluster.produce('b').until(consumed('b'));
      expect(cluster.now - since).toBeLessThan(31_500);
    },
  );

  it('loses no record that is acknowledged with acks=all, for the others have it', () => {
    const cluster = startCluster({ seed: 1 }).settle().produce('a').until(acknowledged('a'));
    cluster.cutPower(1).until(leaderIs(PARTITION, 2));
    expect(cluster.log(1, PARTITION)).toEqual([]);
    expect(cluster.log(2, PARTITION)).toEqual(['a']);
    cluster.start(1).until(running(1)).wait(40_000).settle();
    expect(cluster.log(1, PARTITION)).toEqual(['a']);
    expect(cluster.all('promiseBroken')).toEqual([]);
  });

  it('keeps what its machine has written to the disk meanwhile', () => {
    const cluster = startCluster({ seed: 1 }).settle().produce('a').until(acknowledged('a'));
    cluster.wait(30_000).cutPower(1);
    expect(cluster.all('unflushedRecordsLost')).toEqual([]);
    expect(cluster.log(1, PARTITION)).toEqual(['a']);
  });

  it('keeps what the machine of a dead process has written after its death', () => {
    const cluster = startCluster({ seed: 1 }).settle().produce('a').until(acknowledged('a'));
    const sooner = cluster.crash(1).fork().wait(20_000).cutPower(1);
    expect(sooner.log(1, PARTITION)).toEqual([]);
    expect(cluster.wait(31_000).cutPower(1).log(1, PARTITION)).toEqual(['a']);
  });

  it('can take an acknowledged record along when it is the only replica', () => {
    const alone = { brokers: 1, replicationFactor: 1, minInsyncReplicas: 1 };
    const cluster = startCluster({ seed: 1, ...alone }).settle();
    cluster.produce('a').until(acknowledged('a')).cutPower(1).until(fenced(1)).start(1);
    cluster.until(leaderIs(PARTITION, 1));
    expect(cluster.log(1, PARTITION)).toEqual([]);
    expect(cluster.all('promiseBroken', { acks: 'all', by: 'dataLoss' })).toHaveLength(1);
  });
});
