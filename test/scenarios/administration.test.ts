import { describe, expect, it } from 'vitest';
import { promisesOf } from '../../src/sim/promises';
import { refusal } from '../../src/sim/refusal';
import { startCluster } from '../cluster';
import type { Cluster } from '../cluster';
import { acknowledged, fenced, happened, hasRecords, inSyncIs } from '../conditions';
import { leaderIs, running } from '../conditions';

const P = 'orders-0';

function decided(cluster: Cluster) {
  return cluster.world.controller.image.partitions[P];
}

function written(cluster: Cluster, ...values: readonly string[]): Cluster {
  for (const value of values) cluster.produce(value).until(acknowledged(value));
  return cluster.settle();
}

const four = { seed: 1, brokers: 4 };

describe('a reassignment', () => {
  it('copies first, and only then deletes', () => {
    const cluster = written(startCluster(four), 'a', 'b').reassign(P, 1, 2, 4);
    expect(decided(cluster)).toMatchObject({
      replicas: [1, 2, 4, 3],
      adding: [4],
      removing: [3],
      leaderEpoch: 0,
    });
    cluster.until(hasRecords(4, P, 2));
    expect(cluster.log(3, P)).toEqual(['a', 'b']);
    cluster.until(happened('reassignmentCompleted')).until(happened('replicaDeleted')).settle();
    expect(decided(cluster)).toMatchObject({
      replicas: [1, 2, 4],
      inSync: [1, 2, 4],
      adding: [],
      removing: [],
      leader: 1,
      leaderEpoch: 1,
    });
    expect(cluster.world.brokers[3]?.replicas).toEqual({});
    expect(cluster.log(4, P)).toEqual(['a', 'b']);
    written(cluster, 'c');
    expect(cluster.log(4, P)).toEqual(['a', 'b', 'c']);
  });

  it('takes the leader away only when another can lead', () => {
    const cluster = written(startCluster(four), 'a').reassign(P, 4, 2, 3).until(leaderIs(P, 4));
    cluster.settle();
    expect(cluster.world.brokers[1]?.replicas).toEqual({});
    expect(decided(cluster)).toMatchObject({ replicas: [4, 2, 3], leader: 4, leaderEpoch: 1 });
    // It was proposed as in sync by the old leader: nothing about its election is unclean.
    expect(cluster.all('leaderElected').map(({ event }) => event.by)).toEqual(['inSync']);
    expect(cluster.world.controller.uncleanElections).toEqual({});
    written(cluster, 'b');
    expect(cluster.log(4, P)).toEqual(['a', 'b']);
  });

  it('to fewer copies is done at once when those that stay are in sync', () => {
    const cluster = written(startCluster({ seed: 1 }), 'a').reassign(P, 1, 2);
    expect(decided(cluster)).toMatchObject({ replicas: [1, 2], inSync: [1, 2], leaderEpoch: 1 });
    expect(cluster.all('reassignmentCompleted')).toHaveLength(1);
    cluster.settle();
    expect(cluster.all('replicaDeleted', { broker: 3 })).toHaveLength(1);
  });

  it('to more copies makes them, and raises no leader epoch', () => {
    const cluster = written(startCluster({ seed: 1, replicationFactor: 2 }), 'a');
    cluster
      .reassign(P, 1, 2, 3)
      .until(inSyncIs(P, 1, 2, 3))
      .settle();
    expect(decided(cluster)).toMatchObject({ replicas: [1, 2, 3], adding: [], leaderEpoch: 0 });
    expect(cluster.log(3, P)).toEqual(['a']);
  });

  it('that is cancelled takes the newcomers out and keeps the new order', () => {
    const cluster = written(startCluster(four), 'a').crash(4).until(happened('brokerFenced'));
    cluster.reassign(P, 4, 3, 2).settle();
    expect(decided(cluster)).toMatchObject({ replicas: [4, 3, 2, 1], adding: [4], removing: [1] });
    cluster.cancelReassignment(P).settle();
    expect(decided(cluster)).toMatchObject({
      replicas: [3, 2, 1],
      adding: [],
      removing: [],
      leader: 1,
    });
  });

  it('is not cancelled when only newcomers are in sync, unless loss is allowed', () => {
    const cluster = startCluster({ seed: 1, replicationFactor: 1, minInsyncReplicas: 1 });
    cluster
      .settle()
      .crash(3)
      .until(fenced(3))
      .reassign(P, 2, 3)
      .until(inSyncIs(P, 1, 2));
    written(cluster.crash(1).until(leaderIs(P, 2)), 'a');
    const targets = [{ partition: P, replicas: null }] as const;
    const error = 'INVALID_REPLICA_ASSIGNMENT';
    expect(refusal(cluster.world, { type: 'reassignPartitions', targets })).toMatchObject({
      error,
    });
    cluster
      .changeUncleanLeaderElection(true)
      .cancelReassignment(P)
      .until(happened('replicaDeleted'));
    expect(decided(cluster)).toMatchObject({ replicas: [1], leader: -1 });
    cluster.start(1).until(leaderIs(P, 1)).settle();
    expect(promisesOf(cluster.world)).toMatchObject({ acknowledged: 1, lost: 1 });
  });

  it('is replaced by the next one', () => {
    const cluster = written(startCluster({ seed: 1, brokers: 5 }), 'a').crash(4);
    cluster.until(happened('brokerFenced')).reassign(P, 1, 2, 4).settle().reassign(P, 1, 2, 5);
    expect(decided(cluster)).toMatchObject({ adding: [5], removing: [3, 4] });
    cluster.until(happened('reassignmentCompleted')).settle();
    expect(decided(cluster)).toMatchObject({ replicas: [1, 2, 5], inSync: [1, 2, 5] });
    cluster.start(4).until(running(4)).settle();
    expect(cluster.world.brokers[4]?.replicas).toEqual({});
  });

  it('to another order of the same brokers moves no record and no leader', () => {
    const cluster = startCluster({ seed: 1 }).reassign(P, 3, 2, 1);
    expect(decided(cluster)).toMatchObject({ replicas: [3, 2, 1], leader: 1, leaderEpoch: 0 });
    cluster.elect('PREFERRED', P).until(leaderIs(P, 3));
    expect(cluster.all('leaderElected', { by: 'preferred', leader: 3 })).toHaveLength(1);
  });

  it('of what a dead broker held ends without it, and its return leaves nothing behind', () => {
    const cluster = written(startCluster(four), 'a')
      .crash(3)
      .until(inSyncIs(P, 1, 2));
    cluster.reassign(P, 1, 2, 4).until(happened('reassignmentCompleted')).settle();
    expect(decided(cluster)).toMatchObject({ replicas: [1, 2, 4], inSync: [1, 2, 4] });
    cluster.start(3).until(running(3)).settle();
    expect(cluster.all('replicaDeleted', { broker: 3 })).toHaveLength(1);
  });
});

describe('an election by command', () => {
  it('gives the leadership back to the preferred leader', () => {
    const cluster = startCluster({ seed: 1 }).crash(1).until(leaderIs(P, 2));
    cluster
      .start(1)
      .until(inSyncIs(P, 1, 2, 3))
      .elect('PREFERRED', P)
      .until(leaderIs(P, 1));
    expect(cluster.now).toBeLessThan(60_000);
  });

  it('that is unclean takes whoever lives, loses what was acknowledged, and says so', () => {
    const cluster = startCluster({ seed: 1, minInsyncReplicas: 1, replicationFactor: 2 });
    cluster.settle().crash(2).until(inSyncIs(P, 1));
    written(cluster, 'a').crash(1).until(happened('partitionWentOffline'));
    cluster.start(2).until(running(2)).settle();
    expect(decided(cluster)?.leader).toBe(-1);
    cluster.elect('UNCLEAN', P).until(leaderIs(P, 2)).settle();
    expect(cluster.all('leaderElected', { by: 'unclean', leader: 2 })).toHaveLength(1);
    expect(cluster.all('promiseBroken', { by: 'uncleanElection' })).toHaveLength(1);
    cluster.start(1).until(running(1)).settle();
    expect(cluster.log(1, P)).toEqual([]);
  });
});
