import { expect, it } from 'vitest';
import { startCluster } from '../../test/cluster';
import { isOffline as offline } from './facts';
import {
  all,
  any,
  endOf,
  type Facts,
  happened,
  highWatermarkOf,
  not,
  somethingLost,
} from './facts';

const P = 'orders-0';

it('reads the world, and tells what was before the step from what was since', () => {
  const cluster = startCluster().produce('a').settle();
  const before = cluster.history.length;
  const facts: Facts = factsOf(cluster.crash(1).settle(), before);
  expect(endOf(facts, 2, P)).toBe(1);
  expect(highWatermarkOf(facts, 2, P)).toBe(1);
  expect(endOf(facts, 9, P)).toBe(-1);
  expect(happened('brokerCrashed', { broker: 1 })(facts)).toBe(true);
  expect(happened('recordsAcknowledged')(facts)).toBe(false);
  expect(offline(P)(facts)).toBe(false);
});

it('joins what is so as in plain words', () => {
  const facts = factsOf(startCluster(), 0);
  const [yes, no] = [() => true, () => false];
  expect(all(yes, no)(facts)).toBe(false);
  expect(any(yes, no)(facts)).toBe(true);
  expect(not(no)(facts)).toBe(true);
  expect(somethingLost(facts)).toBe(false);
});

function factsOf({ world, history }: ReturnType<typeof startCluster>, since: number): Facts {
  const events = history.map(({ event }) => event);
  return { world, events, since: events.slice(since) };
}
