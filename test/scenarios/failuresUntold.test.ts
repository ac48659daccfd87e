import { expect, it } from 'vitest';
import { startCluster } from '../cluster';
import { happened } from '../conditions';

it('a broker that cannot be let go goes on asking, and stops after five minutes', () => {
  const cluster = startCluster({ seed: 1 }).settle();
  cluster.cutLink('controller', 'broker-3').shutDown(3);
  const since = cluster.now;
  cluster.until(happened('brokerStopped', { broker: 3, because: 'timeout' }));
  expect(cluster.now - since).toBe(300_000);
});

it('a broker that cannot tell the controller of a failed disk stops itself after 30 s', () => {
  const cluster = startCluster({ seed: 1, logDirectories: 2 }).settle();
  cluster.cutLink('controller', 'broker-1').failLogDirectory(1, 'd2');
  const since = cluster.now;
  cluster.until(happened('shutdownBegan', { because: 'directoryFailureUntold' }));
  expect(cluster.now - since).toBe(30_000);
  expect(cluster.world.controller.image.partitions['orders-0']?.leader).toBe(2);
  // Nobody lets it go, so it closes its logs and ends after five minutes.
  cluster.until(happened('brokerStopped', { broker: 1, because: 'timeout' }));
  expect(cluster.now - since).toBe(330_000);
});

it('a broker that stops already is not told to stop once more by a disk that failed', () => {
  const cluster = startCluster({ seed: 1, logDirectories: 2 }).settle();
  cluster.cutLink('controller', 'broker-1').shutDown(1).failLogDirectory(1, 'd2');
  const since = cluster.now;
  cluster.until(happened('brokerStopped', { broker: 1 }));
  expect(cluster.all('shutdownBegan')).toHaveLength(1);
  expect(cluster.now - since).toBe(299_999);
});
