import { expect, it } from 'vitest';
import { startCluster } from '../../test/cluster';
import { acknowledged, inSyncIs, leaderIs } from '../../test/conditions';
import { explain } from './explain';

it('says of an append by a deposed leader who leads instead, and of no other', () => {
  const cluster = startCluster({ seed: 1, acks: 1, minInsyncReplicas: 1 }).settle();
  cluster.produce('a').until(acknowledged('a')).settle();
  cluster.cutLink('broker-1', 'controller').until(leaderIs('orders-0', 2)).wait(1_000);
  cluster.produce('b').until(acknowledged('b'));
  const [first, second] = cluster.all('recordsAppended').map(({ event }) => event);
  if (!first || !second) throw new Error('Two records are appended.');
  expect(first).not.toHaveProperty('leaderNow');
  expect(explain(first).why).toMatch(/^Only the leader takes writes/);
  expect(second).toMatchObject({ broker: 1, leaderNow: 2 });
  expect(explain(second).why).toMatch(/^It believes that it still leads. Broker 2 does/);
});

it('says of an answer to acks=all when the leader alone is in sync', () => {
  const cluster = startCluster({ seed: 1, minInsyncReplicas: 1 }).settle();
  cluster.produce('a').until(acknowledged('a')).crash(2).crash(3).until(inSyncIs('orders-0', 1));
  cluster.produce('b').until(acknowledged('b'));
  const whys = cluster.all('recordsAcknowledged').map(({ event }) => explain(event).why);
  expect(whys).toEqual([
    'Every replica in sync has it: it lives on as long as one of them does.',
    'Every replica in sync has it, and that is broker 1 alone.',
  ]);
});

it('promises nothing for what timed out at a deposed leader', () => {
  const cluster = startCluster({ seed: 1 }).settle();
  for (const node of ['controller', 'broker-2', 'broker-3'] as const)
    cluster.cutLink('broker-1', node);
  cluster.until(leaderIs('orders-0', 2)).produce('a').until(acknowledged('a'));
  const [refused] = cluster.all('produceRefused', { error: 'REQUEST_TIMED_OUT' });
  if (!refused) throw new Error('The first attempt is answered late.');
  expect(explain(refused.event).why).toMatch(/stays in its log only if the new leader has it too/);
});
