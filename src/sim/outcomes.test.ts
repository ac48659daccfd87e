import { describe, expect, it } from 'vitest';
import { type Cluster, startCluster } from '../../test/cluster';
import { acknowledged, failed, happened, hasRecords } from '../../test/conditions';
import { inSyncIs, leaderIs, running } from '../../test/conditions';
import { type Outcome, outcomesOf } from './outcomes';
import { promisesOf } from './promises';

const ORDERS = 'orders-0';
/** The followers are a region away from the leader and its producer. */
const slowFollowers = { racks: { 1: 'a', 2: 'b', 3: 'c' }, clientRacks: { 'producer-1': 'a' } };

describe('a produced record', () => {
  it('is under way until its producer is told, and safe once all who may lead have it', () => {
    const cluster = startCluster({ seed: 1 }).settle().produce('a');
    expect(entriesOf(cluster)).toEqual([
      expect.objectContaining({ recordId: 1, told: 'nothing', offset: null, outcome: 'underWay' }),
    ]);
    cluster.until(hasRecords(1, ORDERS, 1));
    expect(endsOf(cluster)).toEqual(['underWay at 0']);
    cluster.until(acknowledged('a'));
    expect(entriesOf(cluster)).toEqual([
      {
        recordId: 1,
        producer: 'producer-1',
        partition: ORDERS,
        outcome: 'safe',
        told: 'acknowledged',
        acks: 'all',
        offset: 0,
      },
    ]);
  });

  it('is still under way when only the leader has it, and lost with the leader', () => {
    const cluster = startCluster({ seed: 1, acks: 1, minInsyncReplicas: 1, ...slowFollowers });
    cluster.settle().produce('a').until(acknowledged('a')).produce('b').until(acknowledged('b'));
    expect(endsOf(cluster)).toEqual(['underWay at 0', 'underWay at 1']);
    expect(entriesOf(cluster)[1]?.told).toBe('acknowledged');
    cluster.crash(1).until(leaderIs(ORDERS, 2)).settle();
    // Broker 1 still has both on its disk, but the partition goes on without it.
    expect(cluster.log(1, ORDERS)).toEqual(['a', 'b']);
    expect(endsOf(cluster)).toEqual(['safe at 0', 'lost at 1']);
    cluster.start(1).until(running(1)).settle();
    expect(endsOf(cluster)).toEqual(['safe at 0', 'lost at 1']);
  });

  it('is lost with acks=0 when it reaches nobody: sent is acknowledged', () => {
    const cluster = startCluster({ seed: 1, acks: 0 }).settle();
    cluster.cutLink('producer-1', 'broker-1').produce('a').until(acknowledged('a'));
    expect(endsOf(cluster)).toEqual(['underWay']);
    cluster.until(happened('messageLost', { message: 'produceRequest' }));
    expect(endsOf(cluster)).toEqual(['lost']);
    expect(promisesOf(cluster.world)).toMatchObject({ acknowledged: 1, lost: 1 });
  });

  it('is refused when no leader would take it for as long as its producer tried', () => {
    const cluster = startCluster({ seed: 1 }).settle().crash(2).crash(3);
    cluster.until(inSyncIs(ORDERS, 1)).produce('a').until(failed('a'));
    expect(endsOf(cluster)).toEqual(['refused']);
    cluster.start(2).start(3).settle();
    expect(endsOf(cluster)).toEqual(['refused']);
  });

  it('is written though it failed when only the answer to its producer was lost', () => {
    const cluster = startCluster({ seed: 1 }).settle().cutOneWay('broker-1', 'producer-1');
    cluster.produce('a').until(failed('a'));
    expect(endsOf(cluster)).toEqual(['written at 0']);
    expect(entriesOf(cluster)[0]).toMatchObject({ told: 'TimeoutException', acks: null });
  });

  it('is gone when the only log that had it is cut, and nobody ever confirmed it', () => {
    const cluster = startCluster({ seed: 1 }).settle();
    for (const other of ['broker-2', 'broker-3', 'controller'] as const) {
      cluster.cutLink('broker-1', other);
    }
    cluster
      .produce('a')
      .until(hasRecords(1, ORDERS, 1))
      .cutLink('producer-1', 'broker-1');
    for (const other of ['broker-2', 'broker-3'] as const) cluster.cutLink('producer-1', other);
    cluster.until(leaderIs(ORDERS, 2)).until(failed('a'));
    expect(endsOf(cluster)).toEqual(['gone']);
    cluster.healAll().settle();
    expect(cluster.log(1, ORDERS)).toEqual([]);
    expect(endsOf(cluster)).toEqual(['gone']);
  });

  it('is under way as long as a request that its producer gave up may still be read', () => {
    const alone = { brokers: 1, replicationFactor: 1, minInsyncReplicas: 1 };
    const cluster = startCluster({ seed: 1, ...alone }).settle();
    cluster.produce('first').until(acknowledged('first')).cutLink('broker-1', 'producer-1');
    cluster.produce('a').wait(85_000).healAll();
    // Its last attempt lies before a process that stands still.
    cluster.pause(1, 60_000).until(failed('a'));
    expect(entriesOf(cluster)[1]).toMatchObject({ outcome: 'underWay', told: 'TimeoutException' });
    cluster.until(hasRecords(1, ORDERS, 2));
    expect(endsOf(cluster)).toEqual(['safe at 0', 'written at 1']);
  });

  it('is written twice when a retry is appended beside the first copy', () => {
    const cluster = startCluster({ seed: 1, enableIdempotence: false }).settle();
    cluster
      .produce('a')
      .until(hasRecords(2, ORDERS, 1))
      .crash(1);
    cluster.until(acknowledged('a')).settle();
    expect(cluster.log(2, ORDERS)).toEqual(['a', 'a']);
    expect(endsOf(cluster)).toEqual(['twice at 0']);
    expect(promisesOf(cluster.world)).toMatchObject({ safe: 1, lost: 0 });
  });
});

function entriesOf({ world }: Cluster) {
  return outcomesOf(world);
}

function endsOf(cluster: Cluster): readonly (Outcome | `${Outcome} at ${number}`)[] {
  return entriesOf(cluster).map(({ outcome, offset }) =>
    offset === null ? outcome : (`${outcome} at ${offset}` as const),
  );
}
