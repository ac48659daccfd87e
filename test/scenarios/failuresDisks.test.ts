import { describe, expect, it } from 'vitest';
import { refusal } from '../../src/sim/refusal';
import { startCluster } from '../cluster';
import type { Cluster } from '../cluster';
import { acknowledged, fenced, happened, hasRecords, inSyncIs } from '../conditions';
import { leaderIs, running } from '../conditions';

const PARTITION = 'orders-0';

/** Records a and b are everywhere; then broker 1 is the last one, and loses its disks. */
function lastOneEmpty(eligibleLeaderReplicas: boolean): Cluster {
  const cluster = startCluster({ seed: 1, eligibleLeaderReplicas }).settle();
  cluster.produce('a').until(acknowledged('a')).produce('b').until(acknowledged('b')).settle();
  cluster.shutDown(3).until(fenced(3)).shutDown(2).until(fenced(2));
  cluster.loseInstance(1).until(fenced(1));
  return cluster.start(2).until(running(2)).start(3).until(running(3)).wait(3_000);
}

describe('the last member of an in-sync set whose disks are empty', () => {
  it('leads with an empty log without eligible leaders, and the others cut all they have', () => {
    const cluster = lastOneEmpty(false);
    expect(cluster.world.controller.image.partitions[PARTITION]).toMatchObject({
      leader: -1,
      inSync: [1],
    });
    expect(cluster.log(2, PARTITION)).toEqual(['a', 'b']);
    cluster.start(1).until(leaderIs(PARTITION, 1)).settle();
    for (const broker of [1, 2, 3]) expect(cluster.log(broker, PARTITION)).toEqual([]);
    expect(cluster.all('logTruncated', { to: 0 })).toHaveLength(2);
    expect(cluster.all('promiseBroken', { by: 'dataLoss' })).toHaveLength(1);
  });

  it('is not waited for where another one is known to have all that was committed', () => {
    const cluster = lastOneEmpty(true);
    cluster.until(leaderIs(PARTITION, 2)).start(1).until(running(1)).settle();
    for (const broker of [1, 2, 3]) expect(cluster.log(broker, PARTITION)).toEqual(['a', 'b']);
    expect(cluster.all('promiseBroken')).toEqual([]);
  });
});

describe('a follower that comes back with empty disks', () => {
  it('copies every record anew before it is in sync', () => {
    const cluster = startCluster({ seed: 1 }).settle().produce('a').until(acknowledged('a'));
    cluster.settle().crash(2).replaceDisks(2).start(2).until(running(2));
    expect(cluster.all('brokerStarted', { broker: 2, disks: 'empty' })).toHaveLength(1);
    expect(cluster.all('becameFollower', { broker: 2, logEndOffset: 0 })).not.toEqual([]);
    cluster.until(hasRecords(2, PARTITION, 1)).until(inSyncIs(PARTITION, 1, 2, 3));
  });

  it('may be a new instance under the same id', () => {
    const cluster = startCluster({ seed: 1 }).settle().produce('a').until(acknowledged('a'));
    cluster.settle().loseInstance(3).until(fenced(3));
    expect(cluster.world.brokers[3]).toMatchObject({ machine: 'gone', replicas: {} });
    cluster.start(3).until(running(3)).settle();
    expect(cluster.world.brokers[3]?.machine).toBe('on');
    expect(cluster.log(3, PARTITION)).toEqual(['a']);
    expect(cluster.all('brokerRegistered', { broker: 3, clean: false })).toHaveLength(1);
  });
});

describe('a log directory that fails', () => {
  const twoDisks = { seed: 1, partitions: 4, logDirectories: 2 };

  it('takes along only the partitions that are in it', () => {
    const cluster = startCluster(twoDisks).settle();
    const before = cluster.world.controller.image.partitions;
    cluster.failLogDirectory(1, 'd1').until(happened('logDirectoriesOffline')).wait(3_000);
    const { brokers, partitions } = cluster.world.controller.image;
    expect(brokers[1]).toMatchObject({ fenced: false, offlineDirectories: ['d1'] });
    const inIt = Object.values(partitions).filter((one) => one?.directories[1] === 'd1');
    expect(inIt).toHaveLength(2);
    expect(inIt.filter((one) => one?.inSync.includes(1))).toEqual([]);
    const others = Object.entries(partitions).filter(([, one]) => one?.directories[1] === 'd2');
    expect(others).toEqual(
      Object.entries(before).filter(([, one]) => one?.directories[1] === 'd2'),
    );
    cluster.settle();
  });

  it('is told to the controller at once, and no write waits for longer than that', () => {
    const cluster = startCluster({ seed: 1, logDirectories: 2 }).settle();
    cluster.failLogDirectory(1, 'd1');
    const since = cluster.now;
    cluster.until(leaderIs(PARTITION, 2)).produce('a').until(acknowledged('a'));
    expect(cluster.now - since).toBeLessThan(300);
    expect(cluster.all('partitionWentOffline')).toEqual([]);
  });

  it('is an error for a producer that does not know yet', () => {
    const cluster = startCluster({ seed: 1, logDirectories: 2, acks: 1 }).settle();
    cluster.produce('a').until(acknowledged('a')).produce('b').wait(6).failLogDirectory(1, 'd1');
    cluster.until(acknowledged('b'));
    expect(cluster.all('produceRefused', { error: 'KAFKA_STORAGE_ERROR' })).not.toEqual([]);
  });

  it('halts its broker when it was the last one', () => {
    const cluster = startCluster({ seed: 1, logDirectories: 1 }).settle();
    cluster.failLogDirectory(2, 'd1');
    expect(cluster.all('brokerCrashed', { because: 'lastDirectoryFailed' })).toHaveLength(1);
    const start = { type: 'startBroker', broker: 2 } as const;
    expect(refusal(cluster.world, start)?.because).toMatch('it needs new disks first');
    cluster.replaceDisks(2).start(2).until(running(2)).settle();
    expect(cluster.world.controller.image.partitions[PARTITION]?.inSync).toContain(2);
  });

  it('stays lost to its broker after a restart, until there are new disks', () => {
    const cluster = startCluster({ seed: 1, logDirectories: 2 }).settle();
    cluster.produce('a').until(acknowledged('a')).settle().failLogDirectory(3, 'd1').settle();
    cluster.crash(3).until(fenced(3)).start(3).until(running(3)).settle();
    expect(cluster.world.controller.image.partitions[PARTITION]?.inSync).toEqual([1, 2]);
    expect(cluster.world.controller.image.brokers[3]?.offlineDirectories).toEqual(['d1']);
    cluster
      .crash(3)
      .replaceDisks(3)
      .start(3)
      .until(inSyncIs(PARTITION, 1, 2, 3))
      .settle();
    expect(cluster.log(3, PARTITION)).toEqual(['a']);
  });
});
