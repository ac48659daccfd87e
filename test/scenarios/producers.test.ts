import { describe, expect, it } from 'vitest';
import { promisesOf } from '../../src/sim/promises';
import { startCluster } from '../cluster';
import { acknowledged, consumed, failed, fenced, happened, hasRecords } from '../conditions';
import { inSyncIs, leaderIs, running } from '../conditions';

describe('a record whose acknowledgement was lost', () => {
  it('is in the log twice without idempotence, and is read twice', () => {
    const cluster = startCluster({ seed: 1, enableIdempotence: false });
    cluster
      .settle()
      .produce('a')
      .until(hasRecords(2, 'orders-0', 1))
      .crash(1);
    cluster.until(happened('duplicateAppended', { broker: 2, baseOffset: 1, recordIds: [1] }));
    cluster.until(acknowledged('a')).settle();
    expect(cluster.log(2, 'orders-0')).toEqual(['a', 'a']);
    expect(cluster.log(3, 'orders-0')).toEqual(['a', 'a']);
    const read = cluster.all('recordsConsumed').flatMap(({ event }) => event.recordIds);
    expect(read).toEqual([1, 1]);
    expect(promisesOf(cluster.world)).toMatchObject({ acknowledged: 1, safe: 1 });
  });

  it('is found by its sequence once the application has switched idempotence on', () => {
    const cluster = startCluster({ seed: 1, enableIdempotence: false }).settle();
    cluster
      .changeIdempotence(true)
      .produce('a')
      .until(hasRecords(2, 'orders-0', 1))
      .crash(1);
    cluster.until(happened('duplicateFound', { broker: 2, baseOffset: 0 }));
    cluster.until(acknowledged('a')).settle();
    expect(cluster.log(2, 'orders-0')).toEqual(['a']);
    expect(cluster.all('duplicateAppended')).toEqual([]);
  });
});

describe('records that are under way together', () => {
  it('may change places without idempotence, when both have to be sent again', () => {
    const cluster = startCluster({ seed: 2, enableIdempotence: false }).settle().crash(1);
    cluster.produce('a').wait(7).produce('b').until(acknowledged('b')).until(acknowledged('a'));
    expect(cluster.settle().log(2, 'orders-0')).toEqual(['b', 'a']);
  });

  it('keep their order with idempotence', () => {
    const cluster = startCluster({ seed: 1 }).settle().crash(1);
    cluster.produce('a').wait(7).produce('b').until(acknowledged('b')).settle();
    expect(cluster.log(2, 'orders-0')).toEqual(['a', 'b']);
  });

  it('keep their order in each partition, whatever their keys and whoever leads', () => {
    const cluster = startCluster({ seed: 3, partitions: 3 }).settle().startLoad(50).wait(500);
    cluster.crash(1).until(fenced(1)).stopLoad().start(1).until(running(1)).settle();
    const partitions = ['orders-0', 'orders-1', 'orders-2'] as const;
    const ids = partitions.map((id) => cluster.replica(2, id).log.records.map((one) => one.id));
    for (const inOne of ids) expect(inOne).toEqual(inOne.toSorted((a, b) => a - b));
    expect(new Set(ids.flat()).size).toBe(ids.flat().length);
    expect(ids.every((inOne) => inOne.length > 0)).toBe(true);
  });
});

describe('a producer with acks=0', () => {
  it('takes for sent what nobody has written', () => {
    const cluster = startCluster({ seed: 1, acks: 0 }).settle().produce('a');
    cluster.until(consumed('a')).crash(1).produce('b').until(acknowledged('b'));
    cluster.until(leaderIs('orders-0', 2)).settle();
    expect(cluster.all('produceRetried')).toEqual([]);
    expect(cluster.all('deliveryFailed')).toEqual([]);
    expect(cluster.log(2, 'orders-0')).toEqual(['a']);
    expect(promisesOf(cluster.world)).toMatchObject({ acknowledged: 2, lost: 1 });
    // The closed connection is all that it notices: it asks who leads, and finds out in the end.
    cluster.produce('c').wait(1_000).produce('d').until(consumed('d')).settle();
    expect(cluster.log(2, 'orders-0')).toEqual(['a', 'd']);
  });
});

describe('a producer with acks=all', () => {
  it('gets through by retries when enough replicas are in sync again', () => {
    const cluster = startCluster({ seed: 1 }).settle().crash(2).crash(3);
    cluster.until(inSyncIs('orders-0', 1)).produce('a').wait(5_000);
    expect(cluster.all('produceRefused', { error: 'NOT_ENOUGH_REPLICAS' }).length).toBeGreaterThan(
      3,
    );
    // That it is too early says nothing of who leads.
    expect(cluster.all('metadataRefreshed', { client: 'producer-1' })).toHaveLength(1);
    cluster.start(2).until(acknowledged('a')).settle();
    expect(cluster.log(1, 'orders-0')).toEqual(['a']);
  });

  it('is not answered in time for a record that is committed later, and finds it then', () => {
    const cluster = startCluster({ seed: 1 }).settle().crash(2).crash(3).produce('a');
    cluster.until(happened('produceRetried', { error: 'REQUEST_TIMED_OUT' }));
    expect(cluster.log(1, 'orders-0')).toEqual(['a']);
    expect(cluster.replica(1, 'orders-0').highWatermark).toBe(0);
    cluster.start(2).start(3).until(happened('duplicateFound')).until(acknowledged('a')).settle();
    expect(cluster.log(3, 'orders-0')).toEqual(['a']);
  });

  it('gives up after delivery.timeout.ms, and the record may be committed all the same', () => {
    const cluster = startCluster({ seed: 1 }).settle().crash(2).crash(3).produce('a');
    const producedAt = cluster.now;
    cluster.until(failed('a'));
    expect(cluster.now - producedAt).toBe(120_000);
    expect(
      cluster.all('deliveryFailed', { error: 'TimeoutException', mayBeWritten: true }),
    ).toHaveLength(1);
    cluster.start(2).start(3).until(consumed('a')).produce('b').until(acknowledged('b')).settle();
    expect(cluster.log(1, 'orders-0')).toEqual(['a', 'b']);
  });

  it('is told who leads by the broker that does so no more', () => {
    const cluster = startCluster({ seed: 1 }).settle().crash(1).until(leaderIs('orders-0', 2));
    cluster
      .start(1)
      .until(running(1))
      .settle()
      .wait(299_000 - cluster.now);
    cluster
      .startLoad(200)
      .until(leaderIs('orders-0', 1))
      .until(happened('leaderHinted', { client: 'producer-1', broker: 2, leader: 1 }));
    const hintedAt = cluster.now;
    cluster.until(happened('recordsAppended', { broker: 1 }));
    expect(cluster.now - hintedAt).toBeLessThanOrEqual(2);
    cluster.stopLoad().settle();
    const ids = cluster.replica(1, 'orders-0').log.records.map(({ id }) => id);
    expect(ids).toEqual(ids.map((_, index) => index + 1));
  });
});

describe('several producers', () => {
  it('count their records each for itself', () => {
    const cluster = startCluster({ seed: 1, producers: 2 }).settle();
    for (const value of ['a', 'b', 'c']) {
      cluster.produceBy('producer-1', value).produceBy('producer-2', value.toUpperCase());
    }
    cluster.until(acknowledged('c')).until(acknowledged('C')).settle();
    const { records } = cluster.replica(3, 'orders-0').log;
    const sequencesOf = (producerId: number): readonly number[] =>
      records.filter((record) => record.producerId === producerId).map(({ sequence }) => sequence);
    expect(records.map(({ value }) => value)).toHaveLength(6);
    expect([sequencesOf(0), sequencesOf(1)]).toEqual([
      [0, 1, 2],
      [0, 1, 2],
    ]);
    expect(promisesOf(cluster.world)).toMatchObject({ acknowledged: 6, safe: 6 });
  });

  it('may start while the cluster runs, in a rack of their own', () => {
    const cluster = startCluster({ seed: 1, racks: { 1: 'a', 2: 'b', 3: 'c' } }).settle();
    cluster.addProducer('c').addProducer();
    expect(cluster.world.network.racks['producer-2']).toBe('c');
    cluster.produceBy('producer-3', 'x').until(consumed('x'));
    cluster.produceBy('producer-2', 'y').until(acknowledged('y')).settle();
    expect(cluster.log(2, 'orders-0')).toEqual(['x', 'y']);
    const ids = cluster.replica(1, 'orders-0').log.records.map(({ producerId }) => producerId);
    expect(ids).toEqual([2, 1]);
  });
});
