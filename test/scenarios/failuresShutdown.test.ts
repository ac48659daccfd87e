import { describe, expect, it } from 'vitest';
import { refusal } from '../../src/sim/refusal';
import { startCluster } from '../cluster';
import { acknowledged, fenced, happened, inSyncIs, leaderIs, running } from '../conditions';

const PARTITION = 'orders-0';

describe('a leader that is shut down in order', () => {
  it('hands over in one step, and nobody waits for its session to end', () => {
    const cluster = startCluster({ seed: 1 }).settle().shutDown(1);
    const since = cluster.now;
    cluster.until(leaderIs(PARTITION, 2)).produce('a').until(acknowledged('a'));
    expect(cluster.now - since).toBeLessThan(200);
    expect(cluster.all('partitionWentOffline')).toEqual([]);
    expect(cluster.world.controller.image.partitions[PARTITION]?.inSync).toEqual([2, 3]);
  });

  it('serves on until every other broker has read that it goes', () => {
    const cluster = startCluster({ seed: 1 }).settle().shutDown(1);
    const since = cluster.now;
    cluster.until(happened('controlledShutdownEntered', { broker: 1, moved: 1, stuck: [] }));
    expect(cluster.world.brokers[1]?.lifecycle).toBe('PENDING_CONTROLLED_SHUTDOWN');
    expect(cluster.world.controller.image.brokers[1]?.inControlledShutdown).toBe(true);
    cluster.until(happened('brokerStopped', { broker: 1, because: 'allowed' }));
    expect(cluster.now - since).toBeGreaterThan(50);
    expect(cluster.now - since).toBeLessThan(4_200);
    expect(cluster.all('brokerFenced', { broker: 1, because: 'stops' })).toHaveLength(1);
    expect(cluster.all('brokerFenced', { because: 'silent' })).toEqual([]);
  });

  it('comes back as a clean one, with all that it had', () => {
    const cluster = startCluster({ seed: 1 }).settle().produce('a').until(acknowledged('a'));
    cluster.shutDown(1).until(happened('brokerStopped'));
    expect(cluster.replica(1, PARTITION)).toMatchObject({
      onDisk: { offset: 1, flushDueAt: null },
      highWatermark: 1,
      checkpointedHighWatermark: 1,
    });
    cluster.cutPower(1).start(1).until(running(1));
    expect(cluster.all('unflushedRecordsLost')).toEqual([]);
    expect(cluster.all('brokerRegistered', { broker: 1, clean: true })).toHaveLength(1);
    expect(cluster.world.brokers[1]?.cleanShutdownEpoch).toBe(-1);
    cluster.until(inSyncIs(PARTITION, 1, 2, 3)).settle();
    expect(cluster.log(1, PARTITION)).toEqual(['a']);
  });

  it('takes the partition along when nobody else is in sync, and is waited for', () => {
    const cluster = startCluster({ seed: 1, eligibleLeaderReplicas: false }).settle();
    cluster.crash(2).until(fenced(2)).crash(3).until(fenced(3)).shutDown(1);
    cluster.until(happened('controlledShutdownEntered', { moved: 0, stuck: [PARTITION] }));
    expect(cluster.world.controller.image.partitions[PARTITION]).toMatchObject({
      leader: -1,
      inSync: [1],
    });
    cluster.until(happened('brokerStopped')).start(2).until(running(2)).wait(5_000);
    expect(cluster.world.controller.image.partitions[PARTITION]?.leader).toBe(-1);
    cluster.start(1).until(leaderIs(PARTITION, 1));
  });

  it('is refused a second time while it stops', () => {
    const cluster = startCluster({ seed: 1 }).settle().shutDown(1);
    const again = { type: 'shutDownBroker', broker: 1 } as const;
    expect(refusal(cluster.world, again)?.because).toBe('Broker 1 is stopping already.');
    cluster.until(happened('brokerStopped'));
    expect(refusal(cluster.world, again)?.because).toBe('Broker 1 is already down.');
  });
});

describe('a broker that leads nothing', () => {
  it('is let go with the first answer', () => {
    const cluster = startCluster({ seed: 1 }).settle().shutDown(3);
    const since = cluster.now;
    cluster.until(happened('brokerStopped', { broker: 3 }));
    expect(cluster.now - since).toBeLessThan(10);
    expect(cluster.world.controller.image.partitions[PARTITION]?.inSync).toEqual([1, 2]);
  });

  it('stops without asking while it has not yet begun to serve', () => {
    const cluster = startCluster({ seed: 1 }).crash(3).until(fenced(3)).start(3).shutDown(3);
    expect(cluster.all('brokerStopped', { broker: 3, because: 'notServing' })).toHaveLength(1);
    expect(cluster.all('shutdownBegan')).toEqual([]);
    cluster.start(3).until(running(3)).settle();
    expect(cluster.all('brokerRegistered', { broker: 3, clean: true })).toEqual([]);
  });
});

describe('an eligible leader that comes back', () => {
  const belowMinimum = { seed: 1, minInsyncReplicas: 3 };

  it('stays eligible after a clean stop', () => {
    const cluster = startCluster(belowMinimum).settle();
    cluster.shutDown(3).until(happened('brokerStopped')).start(3);
    cluster.until(happened('brokerRegistered', { broker: 3, clean: true }));
    expect(cluster.world.controller.image.partitions[PARTITION]?.eligible).toEqual([3]);
    cluster.until(inSyncIs(PARTITION, 1, 2, 3)).settle();
    expect(cluster.all('eligibleLeadersChanged', { because: 'uncleanRestart' })).toEqual([]);
  });

  it('is eligible no more after a crash', () => {
    const cluster = startCluster(belowMinimum).settle().crash(3).until(fenced(3)).start(3);
    cluster.until(happened('brokerRegistered', { broker: 3, clean: false }));
    expect(cluster.world.controller.image.partitions[PARTITION]?.eligible).toEqual([]);
    expect(cluster.all('eligibleLeadersChanged', { because: 'uncleanRestart' })).toHaveLength(1);
  });
});
