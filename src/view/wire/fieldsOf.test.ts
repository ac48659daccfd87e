import { describe, expect, it } from 'vitest';
import { startCluster } from '../../../test/cluster';
import { running } from '../../../test/conditions';
import type { Message } from '../../sim/message';
import { underWay } from '../../sim/underWay';
import { type Field, fieldsOf } from './fieldsOf';

describe('the fields of a message', () => {
  it('bear the names that they have in Kafka’s protocol, those of a partition below it', () => {
    const request: Message = {
      type: 'fetchRequest',
      correlationId: 7,
      replica: 2,
      brokerEpoch: 5,
      maxWaitMs: 500,
      clientRack: null,
      isolationLevel: 'read_uncommitted',
      sessionEpoch: 3,
      partitions: [
        {
          partition: 'orders-0',
          fetchOffset: 4,
          currentLeaderEpoch: 1,
          lastFetchedEpoch: 1,
          logStartOffset: 0,
        },
      ],
      forgotten: [],
      session: ['orders-0', 'orders-1'],
    };
    expect(fieldsOf(request).map(lineOf)).toEqual([
      'correlation_id = 7',
      'replica_id = 2',
      'replica_epoch = 5',
      'max_wait_ms = 500',
      'rack_id = null',
      'isolation_level = read_uncommitted',
      'session_epoch = 3',
      'partitions = 1',
      '  [0] = ',
      '    partition = orders-0',
      '    fetch_offset = 4',
      '    current_leader_epoch = 1',
      '    last_fetched_epoch = 1',
      '    log_start_offset = 0',
      'forgotten_topics_data = []',
      'session (not sent) = [orders-0, orders-1]',
    ]);
  });

  it('leave the names of topics as they are, and say how long a long list is', () => {
    const fields = fieldsOf({ topics: { myTopic: { minInsyncReplicas: 2 } } });
    expect(fields.map(lineOf)).toEqual([
      'topics = ',
      '  myTopic = ',
      '    min_insync_replicas = 2',
    ]);
    const [head, ...items] = fieldsOf({
      records: Array.from({ length: 30 }, () => ({ key: 'k' })),
    });
    expect(head?.value).toBe('30, the first 25:');
    expect(items).toHaveLength(50);
  });

  it('are all that the engine holds, of every message of a lively run', () => {
    const cluster = startCluster({ partitions: 2 }).settle();
    cluster.produce('a').wait(20).crash(3).wait(12_000).start(3);
    const seen = new Set<string>();
    for (let round = 0; round < 40; round++) {
      for (const { message } of underWay(cluster.world)) {
        seen.add(message.type);
        const said = fieldsOf(message).map(({ value }) => value);
        for (const leaf of leavesOf(message)) expect(said.join(' ')).toContain(leaf);
      }
      cluster.wait(round < 35 ? 1 : 300);
    }
    cluster.until(running(3));
    expect(seen).toContain('fetchRequest');
    expect(seen).toContain('brokerRegistrationRequest');
  });
});

function lineOf({ depth, name, value }: Field): string {
  return `${'  '.repeat(depth)}${name} = ${value}`;
}

function leavesOf(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [String(value)];
  return Object.entries(value).flatMap(([key, inside]: [string, unknown]) =>
    key === 'type' ? [] : leavesOf(inside),
  );
}
