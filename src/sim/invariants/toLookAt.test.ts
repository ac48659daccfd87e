import { expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../config';
import { createWorld } from '../createWorld';
import { step } from '../step';
import { rowsOf } from '../table';
import type { World } from '../world';
import { INVARIANTS } from './all';
import { toLookAt } from './toLookAt';

it('asks every invariant after a step that wrote to a log, and few after one that did not', () => {
  let world = createWorld(DEFAULT_SETTINGS, 1);
  let [all, few, overlooked] = [0, 0, 0];
  for (let nth = 0; nth < 400; nth += 1) {
    const before = world;
    const load = { type: 'startLoad', producer: 'producer-1', recordsPerSecond: 50 } as const;
    const commands = nth === 100 ? [{ at: world.now + 1, command: load }] : [];
    world = step(before, commands).world;
    if (toLookAt(before, world) === INVARIANTS) all += 1;
    else if (logsIn(before) === logsIn(world)) few += 1;
    else overlooked += 1;
  }
  expect(overlooked).toBe(0);
  expect(all).toBeGreaterThan(50);
  expect(few).toBeGreaterThan(50);
});

it('asks all of them again when a consumer is sent something', () => {
  const world = createWorld(DEFAULT_SETTINGS, 1);
  const after = step(world, []).world;
  expect(toLookAt(after, after)).not.toBe(INVARIANTS);
  const first = after.flights[0];
  if (!first) throw new Error('Nothing is under way.');
  const sent = { ...first, to: 'consumer-1', sentAt: after.now } as const;
  expect(toLookAt(after, { ...after, flights: [...after.flights, sent] })).toBe(INVARIANTS);
});

function logsIn({ brokers }: World): string {
  return rowsOf(brokers)
    .flatMap(({ replicas }) => rowsOf(replicas).map(({ log }) => log.records.length))
    .join(' ');
}
