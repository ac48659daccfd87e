import { describe, expect, it } from 'vitest';
import { startCluster } from '../../../test/cluster';
import { topicsOutput } from './topics';

const noElr = '\tElr: \tLastKnownElr: ';

describe('what kafka-topics.sh prints', () => {
  it('has a tab between the fields, and before those of a partition', () => {
    const { command, output } = topicsOutput(startCluster({ partitions: 2 }).world);
    expect(command).toBe('bin/kafka-topics.sh --bootstrap-server broker-1:9092 --describe');
    expect(output.split('\n')).toEqual([
      'Topic: orders\tPartitionCount: 2\tReplicationFactor: 3\tConfigs: min.insync.replicas=2',
      '\tTopic: orders\tPartition: 0\tLeader: 1\tReplicas: 1,2,3\tIsr: 1,2,3' + noElr,
      '\tTopic: orders\tPartition: 1\tLeader: 2\tReplicas: 2,3,1\tIsr: 2,3,1' + noElr,
    ]);
  });

  it('says none where nobody leads, and asks a broker that answers', () => {
    const cluster = startCluster({ replicationFactor: 1, minInsyncReplicas: 1 });
    const { command, output } = topicsOutput(cluster.crash(1).settle().world);
    expect(command).toContain('broker-2:9092');
    expect(output).toContain('\tLeader: none\tReplicas: 1\tIsr: \tElr: 1\tLastKnownElr: 1');
  });

  it('names the replicas that a reassignment adds and removes while it is under way', () => {
    const cluster = startCluster({ brokers: 4 }).reassign('orders-0', 1, 2, 4);
    expect(topicsOutput(cluster.world).output).toContain(
      '\tAdding Replicas: 4\tRemoving Replicas: 3\tElr: ',
    );
    expect(topicsOutput(cluster.settle().world).output).not.toContain('Adding');
  });
});
