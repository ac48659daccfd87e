import { describe, expect, it } from 'vitest';
import { startCluster, type Cluster } from '../../../test/cluster';
import { inSyncIs } from '../../../test/conditions';
import type { Event } from '../event';
import { openAfter, proposalOf } from './agreedProposals';
import type { OpenProposals, Proposal } from './agreedProposals';

describe('changes of in-sync sets that a leader proposed', () => {
  it('are none where the controller fenced a broker', () => {
    const cluster = startCluster().crash(3).settle();
    expect(cluster.all('inSyncReplicasChanged')).toHaveLength(1);
    expect(changesOf(cluster)).toEqual([]);
  });

  it('are those by which a follower that was away comes back', () => {
    const cluster = startCluster().crash(3).settle().start(3);
    expect(changesOf(cluster.until(inSyncIs('orders-0', 1, 2, 3)))).toEqual(['1 expand 3']);
  });

  it('are those by which a slow follower leaves', () => {
    const cluster = startCluster().slowDisk(3, 60_000).produce('a').wait(100).produce('b');
    expect(changesOf(cluster.until(inSyncIs('orders-0', 1, 2)))).toEqual(['1 shrink 3']);
  });

  it('are no others that follow a proposal which was refused', () => {
    const partition = 'orders-0';
    const proposed = {
      type: 'inSyncChangeProposed',
      broker: 1,
      partition,
      change: 'shrink',
      replicas: [3],
      to: [1, 2],
    } as const;
    const changed = {
      type: 'inSyncReplicasChanged',
      partition,
      from: [1, 2, 3],
      to: [1, 2],
      effectiveMinInSync: 2,
      leader: 1,
      leaderEpoch: 0,
      partitionEpoch: 5,
    } as const;
    const error = 'INELIGIBLE_REPLICA';
    const refused = { type: 'inSyncChangeRefused', broker: 1, partition, error } as const;
    expect(agreedIn([proposed, changed])).toHaveLength(1);
    expect(agreedIn([proposed, refused, changed])).toHaveLength(0);
    expect(agreedIn([proposed, { ...changed, leader: 2 }])).toHaveLength(0);
    expect(agreedIn([proposed, { ...changed, to: [1, 3] }])).toHaveLength(0);
  });
});

function changesOf({ history }: Cluster): readonly string[] {
  return agreedIn(history.map(({ event }) => event)).map(
    ({ broker, change, replicas }) => `${broker} ${change} ${replicas.join()}`,
  );
}

function agreedIn(events: readonly Event[]): readonly Proposal[] {
  let open: OpenProposals = {};
  return events.flatMap((event) => {
    const agreed = event.type === 'inSyncReplicasChanged' ? proposalOf(open, event) : null;
    open = openAfter(open, event);
    return agreed === null ? [] : [agreed];
  });
}
