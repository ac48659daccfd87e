import { describe, expect, it } from 'vitest';
import { startCluster } from '../../../test/cluster';
import { acknowledged, fenced, happened, inSyncIs } from '../../../test/conditions';
import { candidatesFor, whyOffline } from './whyOffline';

const P = 'orders-0';

describe('why nobody leads a partition', () => {
  it('is not asked while a leader serves it', () => {
    const { world } = startCluster().settle();
    expect(whyOffline(world, P)).toBeNull();
    expect(candidatesFor(world, P)).toEqual([]);
  });

  it('before the controller has noticed says when it will, and who is next', () => {
    const cluster = startCluster().settle().crash(1);
    const why = whyOffline(cluster.world, P);
    expect(why?.what).toBe('orders-0 is led by broker 1, which is down.');
    expect(why?.because[0]).toMatch(/notices at 10\.1 s at the latest; then broker 2 is next\.$/);
    cluster.until(fenced(1)).settle();
    expect(whyOffline(cluster.world, P)).toBeNull();
  });

  it('names a leader that has not heard of its election', () => {
    const cluster = startCluster().settle().crash(1).until(happened('leaderElected'));
    expect(whyOffline(cluster.world, P)?.what).toBe(
      'orders-0: broker 2 is elected, and has not heard of it yet.',
    );
  });

  it('names the eligible leaders, what they wait for, and what others would cost', () => {
    const cluster = startCluster().settle();
    cluster
      .crash(3)
      .until(inSyncIs(P, 1, 2))
      .produce('a')
      .until(acknowledged('a'));
    cluster.crash(2).until(inSyncIs(P, 1)).crash(1);
    cluster.until(happened('partitionWentOffline')).start(3).settle();
    const those = candidatesFor(cluster.world, P);
    expect(those.map(({ broker, by, lacks }) => [broker, by, lacks])).toEqual([
      [1, 'eligible', 0],
      [2, 'eligible', 0],
      [3, 'none', 1],
    ]);
    const why = whyOffline(cluster.world, P);
    expect(why?.because[0]).toMatch(/eligible leader: .* It is down and has to be started\.$/);
    expect(why?.because[2]).toBe(
      'Broker 3 could lead only by an unclean election: 1 record could be lost.',
    );
    expect(why?.inequality).toBe('may lead: brokers 1, 2; there: nobody');
    expect(why?.rule).toContain('unclean.leader.election.enable = false');
  });

  it('without eligible leaders waits for the last one in sync', () => {
    const cluster = startCluster({ eligibleLeaderReplicas: false }).settle();
    cluster.crash(2).crash(3).until(inSyncIs(P, 1)).crash(1);
    cluster.until(happened('partitionWentOffline'));
    expect(whyOffline(cluster.world, P)?.because[0]).toMatch(/^Broker 1 is in sync: it may lead\./);
  });

  it('without anybody else waits for who led last', () => {
    const cluster = startCluster({ replicationFactor: 1, minInsyncReplicas: 1 }).settle();
    cluster.crash(1).until(happened('partitionWentOffline')).start(1);
    cluster.until(happened('brokerRegistered', { broker: 1 }));
    const [only] = candidatesFor(cluster.world, P);
    expect(only).toMatchObject({ by: 'lastKnownLeader', hindrance: { type: 'starting' } });
    expect(whyOffline(cluster.world, P)?.because[0]).toMatch(/led last: .*It is starting\.$/);
  });

  it('says who is next where eligible leaders, or unclean elections, count', () => {
    const nextAfter = (settings: Parameters<typeof startCluster>[0]) => {
      const cluster = startCluster({ minInsyncReplicas: 1, ...settings }).settle();
      cluster.crash(2).crash(3).until(inSyncIs(P, 1)).cutLink('broker-1', 'broker-2').start(2);
      cluster.until(happened('brokerUnfenced', { broker: 2 })).crash(1);
      return whyOffline(cluster.world, P)?.because[0];
    };
    expect(nextAfter({})).toMatch(/then nobody else may lead\.$/);
    expect(nextAfter({ uncleanLeaderElection: true })).toMatch(
      /then broker 2 is next, by an unclean election\.$/,
    );
  });

  it('where an unclean election is allowed later says when one that is there will lead', () => {
    const cluster = startCluster({ minInsyncReplicas: 1, eligibleLeaderReplicas: false }).settle();
    cluster
      .crash(3)
      .until(inSyncIs(P, 1, 2))
      .crash(2)
      .until(inSyncIs(P, 1))
      .crash(1);
    cluster.until(happened('partitionWentOffline')).start(3).settle();
    cluster.changeUncleanLeaderElection(true);
    const why = whyOffline(cluster.world, P);
    expect(why?.what).toBe('orders-0 has no leader: nobody who may lead it without loss is there.');
    expect(why?.because.at(-1)).toMatch(/allowed: broker 3 will lead, at 300\.0 s at the latest/);
    cluster.until(happened('leaderElected', { leader: 3 }));
    expect(cluster.now).toBe(300_000);
  });

  it('where an unclean election is allowed waits for any replica', () => {
    const cluster = startCluster({ uncleanLeaderElection: true }).settle();
    cluster.crash(1).crash(2).crash(3).until(happened('partitionWentOffline'));
    expect(whyOffline(cluster.world, P)?.because.at(-1)).toMatch(/any replica that comes back/);
  });
});
