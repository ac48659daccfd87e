import { describe, expect, it } from 'vitest';
import { startCluster } from '../../../test/cluster';
import { happened } from '../../../test/conditions';
import { rowOf } from '../table';
import { consumerGroupsOutput } from './consumerGroups';
import { latestOffset } from './latestOffset';
import { offsetsOutput } from './offsets';

const alone = { replicationFactor: 1, minInsyncReplicas: 1 };

describe('the offset that a tool is told', () => {
  it('is the high watermark, for what is not committed cannot be read', () => {
    const cluster = startCluster().produce('a').settle().slowDisk(2, 60_000).slowDisk(3, 60_000);
    cluster.produce('b').wait(100).produce('c').wait(100);
    const { log, highWatermark } = cluster.replica(1, 'orders-0');
    expect(log.records).toHaveLength(3);
    expect(highWatermark).toBeLessThan(3);
    expect(latestOffset(cluster.world, 'orders-0')).toBe(highWatermark);
    expect(offsetsOutput(cluster.world).output).toBe(`orders:0:${highWatermark}`);
  });

  it('is not to be had without a leader, and the tool skips the partition', () => {
    const { world } = startCluster({ ...alone, partitions: 2 })
      .crash(1)
      .settle();
    expect(latestOffset(world, 'orders-0')).toBe('noLeader');
    expect(offsetsOutput(world).output.split('\n')).toEqual([
      'Skip getting offsets for topic-partition orders-0 due to error: ' +
        'org.apache.kafka.common.errors.TimeoutException: …',
      'orders:1:0',
    ]);
  });

  it('is not to be had of a leader that is dead but not fenced yet, or stands still', () => {
    const cluster = startCluster();
    expect(latestOffset(cluster.fork().crash(1).world, 'orders-0')).toBe('leaderSilent');
    expect(latestOffset(cluster.fork().cutPower(1).world, 'orders-0')).toBe('leaderSilent');
    expect(latestOffset(cluster.fork().pause(1, 5_000).world, 'orders-0')).toBe('leaderSilent');
    expect(latestOffset(cluster.world, 'orders-0')).toBe(0);
  });

  it('is not to be had of a leader that has not heard of its election', () => {
    const elected = startCluster().crash(1).until(happened('leaderElected'));
    expect(latestOffset(elected.world, 'orders-0')).toBe('leaderUnaware');
    expect(offsetsOutput(elected.world).output).toBe('…');
    expect(consumerGroupsOutput(elected.world).output).toBe('…');
    expect(latestOffset(elected.settle().world, 'orders-0')).toBe(0);
  });

  it('is not to be had of a new leader that does not know what is committed (KIP-207)', () => {
    const { world } = startCluster().produce('a').settle();
    const broker = rowOf(world.brokers, 1);
    const replica = rowOf(broker.replicas, 'orders-0');
    const behind = { ...replica, highWatermark: -1 };
    const brokers = {
      ...world.brokers,
      1: { ...broker, replicas: { ...broker.replicas, 'orders-0': behind } },
    };
    expect(latestOffset({ ...world, brokers }, 'orders-0')).toBe('endUnknown');
  });
});
