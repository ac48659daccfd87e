import { describe, expect, it } from 'vitest';
import { startCluster, type Cluster } from '../../../test/cluster';
import { inSyncIs, running } from '../../../test/conditions';
import { rareEvents } from '../../../test/eventSamples';
import { openAfter, proposalOf } from './agreedProposals';
import type { OpenProposals } from './agreedProposals';
import { agreedLine, logLines } from './logLines';

describe('what brokers and the controller would log', () => {
  it('tells of a leader that dies and of the one that follows it', () => {
    const lines = textsOf(startCluster().crash(1).settle());
    const failed = 'leaderId=1, fetcherId=0] Error in response for fetch request …';
    expect(lines).toEqual([
      `broker 2 WARN [ReplicaFetcher replicaId=2, ${failed}`,
      `broker 3 WARN [ReplicaFetcher replicaId=3, ${failed}`,
      'controller INFO [QuorumController id=…] Fencing broker 1 at epoch 1 because its session ' +
        'has timed out.',
      'broker 2 INFO [Broker id=2] Leader orders-0 with topic id Some(…) starts at leader epoch ' +
        '1 from offset 0 with partition epoch 1, high watermark 0, ISR [2,3], …',
      'broker 3 INFO [Broker id=3] Follower orders-0 starts at leader epoch 1 from offset 0 with ' +
        'partition epoch 1 and high watermark 0. Current leader is 2. …',
    ]);
  });

  it('tells of a broker that comes back and is taken into the in-sync set again', () => {
    const back = startCluster().crash(3).settle();
    const before = textsOf(back).length;
    const lines = textsOf(
      back
        .start(3)
        .until(running(3))
        .until(inSyncIs('orders-0', 1, 2, 3)),
    );
    expect(lines.slice(before).map((line) => line.replaceAll(/ \(.*/g, ''))).toEqual([
      'broker 3 INFO [BrokerLifecycleManager id=3] Incarnation … of broker 3 in cluster … is now ' +
        'STARTING.',
      expect.stringMatching(/^controller INFO .* Registering a new incarnation of broker 3\./),
      expect.stringMatching(/^controller INFO .* The request from broker 3 to unfence has been/),
      expect.stringMatching(/^broker 3 INFO \[Broker id=3\] Follower orders-0 starts at/),
      'broker 1 INFO [Partition orders-0 broker=1] ISR updated to 1,2,3  and version updated to 2',
    ]);
  });

  it('tells of a set that shrinks, and marks it when it is below the minimum', () => {
    const slow = startCluster({ replicationFactor: 2 }).slowDisk(2, 60_000).produce('a').wait(9);
    const lines = textsOf(slow.produce('b').until(inSyncIs('orders-0', 1)));
    expect(lines.slice(-2)).toEqual([
      'broker 1 INFO [Partition orders-0 broker=1] Shrinking ISR from 1,2 to 1. Leader: ' +
        '(highWatermark: …, endOffset: …). Out of sync replicas: (brokerId: 2, endOffset: …, ' +
        'lastCaughtUpTimeMs: …).',
      'broker 1 INFO [Partition orders-0 broker=1] ISR updated to 1 (under-min-isr) and version ' +
        'updated to 1',
    ]);
  });

  it('tells of a write that is refused, with the exception on a line of its own', () => {
    const [line] = logLines({
      type: 'produceRefused',
      broker: 1,
      producer: 'producer-1',
      partition: 'orders-0',
      error: 'NOT_ENOUGH_REPLICAS',
      appended: false,
      attempt: 1,
      inSyncCount: 1,
      minInsyncReplicas: 2,
      recordIds: [1],
    });
    expect(line).toMatchObject({
      level: 'ERROR',
      text: '[ReplicaManager broker=1] Error processing append operation on partition …:orders-0',
      cause:
        'org.apache.kafka.common.errors.NotEnoughReplicasException: The size of the current ISR ' +
        ': 1 is insufficient to satisfy the min.isr requirement of 2 for partition orders-0, ' +
        'live replica(s) broker.id are : …',
    });
  });

  it('says who speaks and which class logs', () => {
    for (const event of rareEvents) {
      for (const { by, text, logger } of logLines(event)) {
        expect(by).toMatch(/^controller$|^broker \d$/);
        expect(text).not.toMatch(/undefined|\[object/);
        expect(logger).toMatch(/^[a-z]+(\.[A-Za-z]+)+$/);
      }
    }
  });
});

function textsOf({ history }: Cluster): readonly string[] {
  let open: OpenProposals = {};
  return history.flatMap(({ event }) => {
    const isAgreed = event.type === 'inSyncReplicasChanged' && proposalOf(open, event) !== null;
    open = openAfter(open, event);
    const lines = [...logLines(event), ...(isAgreed ? [agreedLine(event)] : [])];
    return lines.map(({ by, level, text }) => [by, level, text].join(' '));
  });
}
