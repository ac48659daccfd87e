import { describe, expect, it } from 'vitest';
import { startCluster } from '../../../test/cluster';
import { fenced, happened } from '../../../test/conditions';
import { brokerFacts, clientFacts, controllerFacts, replicaFacts } from './differences';
import type { Fact } from './differences';

const P = 'orders-0';

describe('what somebody believes, beside what the controller decided', () => {
  it('agrees in a cluster at rest', () => {
    const { world } = startCluster().settle();
    const all = [
      ...[1, 2, 3].flatMap((id) => [...replicaFacts(world, id, P), ...brokerFacts(world, id)]),
      ...clientFacts(world, 'producer-1'),
      ...controllerFacts(world),
    ];
    expect(differing(all)).toEqual([]);
    expect(all.length).toBeGreaterThan(25);
  });

  it('a zombie takes itself for the leader', () => {
    const cluster = startCluster().settle().cutLink('broker-1', 'controller').until(fenced(1));
    const facts = replicaFacts(cluster.world, 1, P);
    expect(differing(facts)).toEqual(['leader', 'leader epoch', 'in-sync set', 'partition epoch']);
    expect(facts[0]).toMatchObject({ believes: 'itself, broker 1', decided: 'broker 2' });
    expect(facts[0]?.says).toMatch(/^Broker 1 still takes itself for the leader/);
    const [serving] = brokerFacts(cluster.world, 1);
    expect(serving).toMatchObject({ believes: 'RUNNING', decided: 'fenced', differs: true });
    expect(serving?.says).toMatch(/by the controller’s decision it leads nothing\.$/);
  });

  it('a new leader that has not heard of its election differs in the leader', () => {
    const cluster = startCluster().settle().crash(1).until(happened('leaderElected'));
    const [leader] = replicaFacts(cluster.world, 2, P);
    expect(leader).toMatchObject({ believes: 'broker 1', decided: 'broker 2', differs: true });
    expect(leader?.says).toBe('Broker 2 leads, and has not heard of it yet.');
    expect(differing(clientFacts(cluster.world, 'producer-1'))).toContain(P);
  });

  it('a broker that is down believes nothing, and the controller does not know', () => {
    const cluster = startCluster().settle().crash(1);
    expect(replicaFacts(cluster.world, 1, P).map(({ believes }) => believes)).toEqual(
      Array.from({ length: 4 }, () => '—'),
    );
    expect(differing(replicaFacts(cluster.world, 1, P))).toEqual([]);
    const [one, two] = controllerFacts(cluster.world);
    expect(one).toMatchObject({ believes: 'unfenced', decided: 'NOT_RUNNING', differs: true });
    expect(one?.says).toBe('Broker 1 does not work, and the controller has not noticed yet.');
    expect(two?.differs).toBe(false);
  });

  it('a client that has not heard of the end of its leader is told of no other one', () => {
    const cluster = startCluster({ eligibleLeaderReplicas: false }).settle();
    cluster.crash(2).crash(3).until(fenced(3)).until(fenced(2));
    cluster.crash(1).until(happened('partitionWentOffline'));
    const [leader, brokers] = clientFacts(cluster.world, 'producer-1').slice(-2);
    expect(leader?.says).toBe('It turns to broker 1; by now nobody leads.');
    expect(brokers?.says).toBe('It learns of that with its next metadata.');
  });

  it('a leader counts who is proposed before the controller has agreed', () => {
    const cluster = startCluster().settle().crash(3).until(fenced(3)).settle().start(3);
    cluster.until(happened('inSyncChangeProposed', { change: 'expand' }));
    const inSync = replicaFacts(cluster.world, 1, P)[2];
    expect(inSync).toMatchObject({ believes: '[1, 2, 3]', decided: '[1, 2]', differs: true });
    expect(inSync?.says).toMatch(/counts broker 3 already/);
  });

  it('a broker that the controller has forgotten differs in its registration', () => {
    const cluster = startCluster().settle().crash(3).until(fenced(3)).unregister(3);
    expect(brokerFacts(cluster.world, 3)).toMatchObject([{ decided: 'unknown', differs: true }]);
  });
});

function differing(facts: readonly Fact[]): readonly string[] {
  return facts.filter(({ differs }) => differs).map(({ name }) => name);
}
