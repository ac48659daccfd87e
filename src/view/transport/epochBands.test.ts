import { expect, it } from 'vitest';
import { createWorld } from '../../sim/createWorld';
import { DEFAULT_SETTINGS } from '../../sim/config';
import type { ToldMoment } from '../../timeline/mark';
import { epochBands } from './epochBands';

const world = createWorld(DEFAULT_SETTINGS, 1);

it('tells the leader epochs of one partition from the first moment to the last', () => {
  const before = epochBands(world, [], 'orders-0', 30);
  expect(before).toEqual([{ leaderEpoch: 0, leader: 1, from: 0, to: 30 }]);

  const bands = epochBands(world, [lost(4), elected(9, 3)], 'orders-0', 30);
  expect(bands.map(({ leader, from, to }) => ({ leader, from, to }))).toEqual([
    { leader: 1, from: 0, to: 4 },
    { leader: -1, from: 4, to: 9 },
    { leader: 3, from: 9, to: 30 },
  ]);
  expect(epochBands(world, [elected(9, 3)], 'orders-1', 30)).toHaveLength(1);
});

function lost(story: number): ToldMoment {
  const rest = { inSync: [], eligible: [], lastKnownLeaders: [], uncleanAllowed: false };
  const event = { type: 'partitionWentOffline', partition: 'orders-0', from: 1 } as const;
  return { index: 1, story, tick: 1, events: [{ ...event, ...rest, leaderEpoch: 1 }] };
}

function elected(story: number, leader: number): ToldMoment {
  const rest = { from: -1, leaderEpoch: 2, by: 'inSync', inSync: [leader] } as const;
  const event = { type: 'leaderElected', partition: 'orders-0', leader, ...rest } as const;
  return { index: 2, story, tick: 2, events: [event] };
}
