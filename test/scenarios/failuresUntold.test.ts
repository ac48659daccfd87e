import { expect, it } from 'vitest';
import { startCluster } from '../cluster';
import { happened, leaderIs } from '../conditions';

it('a broker that cannot be let go goes on asking, and stops after five minutes', () => {
  const cluster = startCluster({ seed: 1 }).settle();
  cluster.cutLink('controller', 'broker-3').shutDown(3);
  const since = cluster.now;
  cluster.until(happened('brokerStopped', { broker: 3, because: 'timeout' }));
  expect(cluster.now - since).toBe(300_000);
});

it('a broker that cannot tell the controller of a failed disk halts after 30 s', () => {
  const cluster = startCluster({ seed: 1, logDirectories: 2 }).settle();
  cluster.cutLink('controller', 'broker-1').failLogDirectory(1, 'd2');
  const since = cluster.now;
  cluster.until(happened('brokerCrashed', { because: 'directoryFailureUntold' }));
  expect(cluster.now - since).toBe(30_000);
  cluster.until(leaderIs('orders-0', 2));
});
