import { expect, it } from 'vitest';
import { runningStore } from '../../../../test/runningStore';
import { lastStory } from '../../../timeline/recording';
import { playheadsOf, tidied, usualStretch } from './stretch';

it('draws each picture for its own moment, the first and the last too', () => {
  expect(playheadsOf({ from: 2, to: 2.4 }, 10)).toEqual([2, 2.1, 2.2, 2.3, 2.4]);
  expect(playheadsOf({ from: 0.3, to: 0.39 }, 25)).toHaveLength(3);
  expect(playheadsOf({ from: 5, to: 5 }, 20)).toEqual([5]);
  expect(playheadsOf({ from: 1 / 3, to: 1 / 3 + 30 }, 25)).toHaveLength(751);
});

it('turns around what was chosen backwards, and keeps within what is recorded', () => {
  expect(tidied({ from: 7, to: 3 }, 10)).toEqual({ from: 3, to: 7 });
  expect(tidied({ from: 12, to: 14 }, 10)).toEqual({ from: 10, to: 10 });
  expect(tidied({ from: 0, to: 100 }, 200)).toEqual({ from: 0, to: 30 });
});

it('is about what was told last, with what led to it', () => {
  const store = runningStore();
  expect(usualStretch(store.getState()).from).toBe(0);
  store.getState().act({ type: 'crashBroker', broker: 1 });
  store.getState().advance(9);
  const { from, to } = usualStretch(store.getState());
  expect(from).toBeGreaterThan(0);
  expect(to).toBeLessThanOrEqual(lastStory(store.getState().recording));
  expect(to - from).toBeCloseTo(4);
});
