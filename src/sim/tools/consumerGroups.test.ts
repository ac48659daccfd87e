import { describe, expect, it } from 'vitest';
import { startCluster } from '../../../test/cluster';
import { consumerGroupsOutput } from './consumerGroups';

describe('what kafka-consumer-groups.sh prints', () => {
  it('stands in columns of Kafka’s widths', () => {
    const { world } = startCluster().produce('a').settle();
    const [header = '', row = ''] = consumerGroupsOutput(world).output.split('\n');
    expect(header).toBe(
      'GROUP           TOPIC           PARTITION  CURRENT-OFFSET  LOG-END-OFFSET  ' +
        'LAG             CONSUMER-ID     HOST            CLIENT-ID',
    );
    expect(row).toBe(
      'billing         orders          0          0               1               ' +
        '1               consumer-1-…    /…              consumer-1',
    );
  });

  it('counts the lag from what is committed, not from what is read', () => {
    const { world } = startCluster().produce('a').settle().wait(6_000);
    expect(cells(world)).toEqual(['billing', 'orders', '0', '1', '1', '0']);
  });

  it('prints a dash for the end of a partition without a leader', () => {
    const alone = startCluster({ replicationFactor: 1, minInsyncReplicas: 1 });
    expect(cells(alone.crash(1).settle().world)).toEqual(['billing', 'orders', '0', '0', '-', '-']);
  });

  it('prints nothing but an error while a leader is silent', () => {
    const { output } = consumerGroupsOutput(startCluster().crash(1).world);
    expect(output).toMatch(/^Error: Executing consumer group command failed due to .*Timeout/);
  });

  it('prints one block for each group, by name', () => {
    const { world } = startCluster().addConsumer().settle();
    const groups = consumerGroupsOutput(world)
      .output.split('\n\n')
      .map((block) => block.split('\n')[1]?.split(' ')[0]);
    expect(groups).toEqual(['billing', 'shipping']);
  });
});

function cells(world: Parameters<typeof consumerGroupsOutput>[0]): readonly string[] {
  const row = consumerGroupsOutput(world).output.split('\n')[1] ?? '';
  return row.split(/ +/).slice(0, 6);
}
