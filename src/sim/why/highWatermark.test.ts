import { describe, expect, it } from 'vitest';
import { startCluster } from '../../../test/cluster';
import {
  acknowledged,
  fenced,
  happened,
  hasRecords,
  inSyncIs,
  leaderIs,
} from '../../../test/conditions';
import { highWatermarkHolders } from './highWatermark';
import { whyHighWatermark } from './whyHighWatermark';

const P = 'orders-0';

describe('who holds the high watermark back', () => {
  it('is nobody while everything is committed', () => {
    const cluster = startCluster().settle().produce('a').until(acknowledged('a')).settle();
    const holding = highWatermarkHolders(cluster.world, P, 1);
    expect(holding).toMatchObject({ state: 'committed', highWatermark: 1, logEndOffset: 1 });
    expect(holding?.followers.map(({ holds }) => holds)).toEqual([false, false]);
    expect(whyHighWatermark(cluster.world, P, 1)?.inequality).toBe('high watermark 1 = log end 1');
  });

  it('is not asked of a follower', () => {
    const cluster = startCluster().settle();
    expect(highWatermarkHolders(cluster.world, P, 2)).toBeNull();
    expect(whyHighWatermark(cluster.world, P, 2)).toBeNull();
  });

  it('is a crashed follower, by its missing records, until its session is over', () => {
    const cluster = startCluster().settle().produce('a').until(acknowledged('a')).settle();
    cluster
      .crash(3)
      .produce('b')
      .produce('c')
      .until(hasRecords(2, P, 3))
      .wait(20);
    const holding = highWatermarkHolders(cluster.world, P, 1);
    expect(holding).toMatchObject({ state: 'held', highWatermark: 1, logEndOffset: 3 });
    const [second, third] = holding?.followers ?? [];
    expect(second).toMatchObject({ broker: 2, behind: 0, holds: false, until: null });
    expect(third).toMatchObject({
      broker: 3,
      logEndOffset: 1,
      behind: 2,
      as: 'inSync',
      holds: true,
      hindrance: { type: 'down' },
      until: { by: 'session' },
    });
    const why = whyHighWatermark(cluster.world, P, 1);
    expect(why?.because.join(' ')).toMatch(
      /Broker 3 holds it back by 2: broker 1 knows its log end as 1. It is down. At 10\.1 s/,
    );
    expect(why?.inequality).toBe('least of broker 1: 3, broker 2: 3, broker 3: 1');
  });

  it('says to the tick when the session ends', () => {
    const cluster = startCluster().settle().wait(777).crash(3).produce('a');
    cluster.until(hasRecords(1, P, 1));
    const until = highWatermarkHolders(cluster.world, P, 1)?.followers.at(-1)?.until;
    cluster.until(fenced(3));
    expect(until).toEqual({ at: cluster.now, by: 'session' });
  });

  it('says to the tick when the leader proposes to go on without a slow follower', () => {
    const cluster = startCluster().settle().slowDisk(3, 60_000).produce('a').produce('b');
    cluster.wait(2_000);
    cluster
      .produce('c')
      .until(hasRecords(2, P, 3))
      .wait(100);
    const third = highWatermarkHolders(cluster.world, P, 1)?.followers.at(-1);
    expect(third).toMatchObject({ broker: 3, holds: true, hindrance: { type: 'slowDisk' } });
    expect(third?.until?.by).toBe('lag');
    cluster.until(happened('inSyncChangeProposed', { change: 'shrink' }));
    expect(third?.until?.at).toBe(cluster.now);
    // What is proposed is not proposed again.
    expect(highWatermarkHolders(cluster.world, P, 1)?.followers.at(-1)).toMatchObject({
      as: 'leaving',
      until: null,
    });
    expect(whyHighWatermark(cluster.world, P, 1)?.because.join(' ')).toMatch(
      /60 s for each record\. Its removal is proposed; until the controller agrees, it counts\.$/,
    );
  });

  it('is too small an in-sync set, whatever the followers have', () => {
    const cluster = startCluster({ acks: 1 }).settle();
    cluster.crash(2).crash(3).until(inSyncIs(P, 1)).produce('a').until(acknowledged('a'));
    const why = whyHighWatermark(cluster.world, P, 1);
    expect(highWatermarkHolders(cluster.world, P, 1)?.state).toBe('underMinimum');
    expect(why?.inequality).toBe('1 in sync < 2 min.insync.replicas');
    expect(why?.because).toContain('In sync are [1]: 1 more of brokers 2, 3 must join.');
    expect(why?.because).toContain('Broker 2 is down.');
  });

  it('of a leader that was deposed unawares is all that do not fetch from it any more', () => {
    const cluster = startCluster({ acks: 1 }).settle();
    cluster.cutLink('broker-1', 'controller').cutLink('broker-1', 'broker-2');
    cluster
      .until(fenced(1))
      .produce('a')
      .until(hasRecords(1, P, 1));
    const why = whyHighWatermark(cluster.world, P, 1);
    expect(why?.because[0]).toMatch(
      /^Broker 1 does not know yet that broker 2 leads in epoch 1: nobody fetches .* any more\.$/,
    );
    expect(why?.because.at(-1)).toMatch(/ It follows another leader\. At .* removal, in vain\.$/);
    expect(highWatermarkHolders(cluster.world, P, 2)).toMatchObject({ leader: 2, leaderEpoch: 1 });
  });

  it('of a deposed leader names the follower that does not know it either', () => {
    const cluster = startCluster({ acks: 1 }).settle();
    cluster.cutLink('broker-1', 'controller').cutLink('broker-3', 'controller');
    cluster.until(leaderIs(P, 2));
    cluster.produce('a').until(hasRecords(3, P, 1));
    const [deposed] = whyHighWatermark(cluster.world, P, 1)?.because ?? [];
    expect(deposed).toMatch(/of broker 3 alone it is fetched from in epoch 0, unawares too\.$/);
  });
});
