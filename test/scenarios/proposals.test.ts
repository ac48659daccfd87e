import { describe, expect, it } from 'vitest';
import { rowOf } from '../../src/sim/table';
import { startCluster } from '../cluster';
import { acknowledged, happened, inSyncIs, leaderIs } from '../conditions';
import type { Condition } from '../conditions';

const leader = 'broker-1';

describe('a proposal that is lost', () => {
  it('is made again after controller.socket.timeout.ms, one request at a time', () => {
    const cluster = startCluster({ seed: 1, acks: 1 }).settle().cutLink(leader, 'broker-3');
    // Heartbeats will be lost as well, so the cut must not last.
    cluster
      .produce('a')
      .wait(44_000 - cluster.now)
      .cutOneWay(leader, 'controller');
    cluster.until(happened('inSyncChangeProposed', { broker: 1 }));
    const proposedAt = cluster.now;
    const inFlight = cluster.world.brokers[1]?.alterPartition.inFlight;
    expect(inFlight?.expiresAt).toBe(proposedAt + 30_000);
    cluster
      .wait(10)
      .heal(leader, 'controller')
      .until(inSyncIs('orders-0', 1, 2));
    expect(cluster.now - proposedAt).toBeGreaterThan(30_000);
    expect(cluster.now - proposedAt).toBeLessThan(30_100);
    expect(cluster.all('inSyncChangeProposed')).toHaveLength(1);
  });

  it('is refused as too old when it was carried out and the answer was lost', () => {
    const cluster = startCluster({ seed: 1, acks: 1 }).settle().cutLink(leader, 'broker-3');
    cluster
      .cutOneWay('controller', leader)
      .produce('a')
      .until(inSyncIs('orders-0', 1, 2));
    cluster.until(isAboutToAskAgain(1)).heal(leader, 'controller');
    cluster.until(happened('inSyncChangeRefused', { error: 'INVALID_UPDATE_VERSION' }));
    // It waits for the metadata, which says what it had asked for.
    expect(cluster.replica(1, 'orders-0').role).toMatchObject({
      inSync: { type: 'pendingShrink' },
    });
    cluster.settle();
    expect(cluster.replica(1, 'orders-0').role).toMatchObject({
      inSync: { type: 'committed', inSync: [1, 2] },
    });
  });

  it('is refused as fenced when another leader was elected meanwhile', () => {
    const cluster = startCluster({ seed: 1, acks: 1, minInsyncReplicas: 1 }).settle();
    cluster.cutLink(leader, 'controller').until(leaderIs('orders-0', 2)).wait(500);
    cluster.produce('a').until(acknowledged('a'));
    cluster.until(happened('inSyncChangeProposed', { broker: 1, change: 'shrink' }));
    expect(cluster.replica(1, 'orders-0').highWatermark).toBe(0);
    cluster.until(isAboutToAskAgain(1)).heal(leader, 'controller');
    cluster.until(happened('inSyncChangeRefused', { error: 'FENCED_LEADER_EPOCH' }));
    cluster.settle();
    expect(cluster.log(1, 'orders-0')).toEqual([]);
    expect(cluster.world.controller.image.partitions['orders-0']?.inSync).toEqual([2, 3, 1]);
  });

  it('is refused for a follower that was fenced meanwhile, and is taken back', () => {
    const cluster = startCluster({ seed: 1, acks: 1 }).settle().cutLink(leader, 'broker-3');
    cluster
      .produce('a')
      .until(inSyncIs('orders-0', 1, 2))
      .settle();
    // The controller fences broker 3, and its leader does not hear of it.
    cluster.cutOneWay('controller', leader).cutLink('broker-3', 'controller');
    cluster.until(happened('brokerFenced', { broker: 3 })).heal(leader, 'broker-3');
    cluster.until(happened('inSyncChangeProposed', { change: 'expand', replicas: [3] }));
    expect(cluster.world.controller.image.partitions['orders-0']?.inSync).toEqual([1, 2]);
    cluster.until(isAboutToAskAgain(1)).heal(leader, 'controller');
    cluster.until(happened('inSyncChangeRefused', { error: 'INELIGIBLE_REPLICA' }));
    expect(cluster.replica(1, 'orders-0').role).toMatchObject({
      inSync: { type: 'committed', inSync: [1, 2] },
    });
    cluster
      .healAll()
      .until(inSyncIs('orders-0', 1, 2, 3))
      .settle();
  });
});

/** Its last request was lost, and it gives up waiting before it asks for metadata the next time. */
function isAboutToAskAgain(broker: number): Condition {
  return {
    says: `broker ${broker} is about to propose again`,
    holds: ({ world }) => {
      const { alterPartition, metadataFetchDueAt } = rowOf(world.brokers, broker);
      const expiresAt = alterPartition.inFlight?.expiresAt ?? Infinity;
      return expiresAt - world.now < 60 && (metadataFetchDueAt ?? 0) - expiresAt > 60;
    },
  };
}
