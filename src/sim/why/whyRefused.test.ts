import { describe, expect, it } from 'vitest';
import { type Cluster, startCluster } from '../../../test/cluster';
import { fenced, happened, hasRecords, inSyncIs } from '../../../test/conditions';
import { whyRefused } from './whyRefused';

const P = 'orders-0';

describe('why a write is refused', () => {
  it('is the in-sync set below the minimum, with both numbers', () => {
    const cluster = startCluster().settle().crash(2).crash(3).until(inSyncIs(P, 1));
    cluster.produce('a').until(happened('produceRefused'));
    const why = refusalIn(cluster);
    expect(why?.inequality).toBe('1 in sync < 2 min.insync.replicas');
    expect(why?.because[0]).toMatch(/Nothing was written\.$/);
  });

  it('after the request timeout is the high watermark below the end of the record', () => {
    const cluster = startCluster().settle().crash(2).crash(3).produce('a');
    cluster.until(happened('produceRefused', { error: 'REQUEST_TIMED_OUT' }));
    const why = refusalIn(cluster);
    expect(why?.inequality).toBe("high watermark 0 < 1, the record's end");
    expect(why?.because[0]).toMatch(/It stays in the log and may still be committed\.$/);
  });

  it('by a broker that leads no more names who does', () => {
    const cluster = startCluster().settle().crash(1).until(fenced(1)).start(1).settle();
    cluster.elect('PREFERRED', P).settle().pause(1, 60_000);
    cluster.cutOneWay('controller', 'producer-1').produce('a').until(fenced(1));
    cluster.until(happened('produceRefused', { error: 'NOT_LEADER_OR_FOLLOWER' }));
    expect(refusalIn(cluster)?.inequality).toBe('leader: broker 2 ≠ broker 1');
  });

  it('in a series names the sequence that is missing', () => {
    const world = startCluster()
      .settle()
      .produce('a')
      .until(hasRecords(1, P, 1)).world;
    const recordIds = [1];
    const why = whyRefused(world, { ...REFUSED, error: 'OUT_OF_ORDER_SEQUENCE_NUMBER', recordIds });
    expect(why.inequality).toBe('sequence 0 ≠ 0 + 1, the last in the log');
  });

  it('for want of metadata compares how far it was read', () => {
    const { world } = startCluster()
      .settle()
      .cutLink('broker-1', 'controller')
      .createTopic('payments');
    const why = whyRefused(world, { ...REFUSED, error: 'UNKNOWN_TOPIC_OR_PARTITION' });
    const [known, decided] = [world.brokers[1]?.image.offset, world.controller.image.offset];
    expect(known).toBeLessThan(decided);
    expect(why.inequality).toBe(`metadata offset ${known} < ${decided} of the controller`);
  });

  it('has a reason for every error, and no number for those without a comparison', () => {
    const { world } = startCluster().settle();
    for (const error of ['KAFKA_STORAGE_ERROR', 'INVALID_PRODUCER_EPOCH'] as const) {
      const why = whyRefused(world, { ...REFUSED, error });
      expect(why.because[0]).toBeTruthy();
      expect(why.inequality).toBeNull();
    }
  });
});

const REFUSED = {
  type: 'produceRefused',
  broker: 1,
  producer: 'producer-1',
  partition: P,
  appended: false,
  attempt: 1,
  inSyncCount: 3,
  minInsyncReplicas: 2,
  recordIds: [9],
} as const;

function refusalIn(cluster: Cluster) {
  const told = cluster.all('produceRefused').at(-1);
  return told && whyRefused(cluster.world, told.event);
}
