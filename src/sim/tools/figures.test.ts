import { describe, expect, it } from 'vitest';
import { startCluster, type Cluster } from '../../../test/cluster';
import { inSyncIs } from '../../../test/conditions';
import { openAfter, proposalOf } from './agreedProposals';
import type { OpenProposals, Proposal } from './agreedProposals';
import { operatorFigures } from './figures';

describe('what operators watch', () => {
  it('tells no trouble of a cluster that is whole', () => {
    const { world } = startCluster();
    const figures = operatorFigures(world, []);
    for (const { alarms, told } of figures.filter((figure) => figure.alarms)) {
      expect([alarms, ...told.map(({ value }) => value)]).not.toContain(1);
    }
    expect(valuesOf(startCluster(), 'ActiveBrokerCount')).toEqual([3]);
    expect(valuesOf(startCluster(), 'LeaderCount')).toEqual([1, 0, 0]);
  });

  it('counts under-replicated partitions at their leaders, as soon as those know', () => {
    const cluster = startCluster({ partitions: 3 }).crash(3);
    expect(valuesOf(cluster, 'UnderReplicatedPartitions')).toEqual([0, 0, null]);
    const fenced = cluster.settle();
    expect(valuesOf(fenced, 'UnderReplicatedPartitions')).toEqual([2, 1, null]);
    expect(valuesOf(fenced, 'FencedBrokerCount')).toEqual([1]);
    expect(valuesOf(fenced, 'PreferredReplicaImbalanceCount')).toEqual([1]);
  });

  it('tells partitions at the minimum from those below it', () => {
    const atMinimum = startCluster().crash(3).settle();
    expect(valuesOf(atMinimum, 'AtMinIsrPartitionCount')).toEqual([1, 0, null]);
    expect(valuesOf(atMinimum, 'UnderMinIsrPartitionCount')).toEqual([0, 0, null]);
    const below = atMinimum.crash(2).settle();
    expect(valuesOf(below, 'AtMinIsrPartitionCount')).toEqual([0, null, null]);
    expect(valuesOf(below, 'UnderMinIsrPartitionCount')).toEqual([1, null, null]);
  });

  it('counts partitions without a leader at the controller', () => {
    const alone = startCluster({ replicationFactor: 1, minInsyncReplicas: 1, partitions: 3 });
    expect(valuesOf(alone.crash(1).settle(), 'OfflinePartitionsCount')).toEqual([1]);
  });

  it('counts what a reassignment is still adding for none', () => {
    const cluster = startCluster({ brokers: 4, replicationFactor: 2 });
    const moving = cluster.reassign('orders-0', 1, 2, 3).wait(2);
    expect(moving.world.controller.image.partitions['orders-0']?.adding).toEqual([3]);
    expect(valuesOf(moving, 'UnderReplicatedPartitions')).toEqual([0, 0, 0, 0]);
  });

  it('counts shrinks and expansions that leaders proposed, and no fencing', () => {
    const back = startCluster()
      .crash(3)
      .settle()
      .start(3)
      .until(inSyncIs('orders-0', 1, 2, 3));
    expect(valuesOf(back, 'IsrShrinksPerSec')).toEqual([0, 0, 0]);
    expect(valuesOf(back, 'IsrExpandsPerSec')).toEqual([1, 0, 0]);
  });

  it('counts every election of a leader that was not in sync', () => {
    const settings = { minInsyncReplicas: 1, uncleanLeaderElection: true, replicationFactor: 2 };
    const lost = startCluster(settings).crash(2).settle().crash(1).settle().start(2);
    expect(valuesOf(lost.settle(), 'UncleanLeaderElectionsPerSec')).toEqual([1]);
  });

  it('measures the lag of a consumer from the end that it was told', () => {
    const cluster = startCluster().produce('a').settle();
    expect(valuesOf(cluster, 'records-lag')).toEqual([0]);
  });
});

function valuesOf({ world, history }: Cluster, name: string): readonly (number | null)[] {
  const agreed: Proposal[] = [];
  let open: OpenProposals = {};
  for (const { event } of history) {
    const proposal = event.type === 'inSyncReplicasChanged' ? proposalOf(open, event) : null;
    if (proposal !== null) agreed.push(proposal);
    open = openAfter(open, event);
  }
  const figure = operatorFigures(world, agreed).find((one) => one.name === name);
  if (figure === undefined) throw new Error(`There is no ${name}.`);
  return figure.told.map(({ value }) => value);
}
