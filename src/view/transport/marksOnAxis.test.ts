import { expect, it } from 'vitest';
import type { Event } from '../../sim/event';
import type { ToldMoment } from '../../timeline/mark';
import { marksOnAxis } from './marksOnAxis';

const crash: Event = { type: 'brokerCrashed', broker: 1, leads: 1, because: 'killed' };
const load: Event = { type: 'loadStopped', producer: 'producer-1' };

it('lets the heaviest of the events that fall together stand for them', () => {
  const marks = marksOnAxis(
    [moment(0, 1, [load]), moment(1, 1.01, [crash]), moment(2, 5, [load])],
    50,
  );
  expect(marks.map(({ text, count }) => `${text} ${count}`)).toEqual(['crash 1 2', 'load off 1']);
});

it('makes no more marks than the axis has room for', () => {
  const moments = Array.from({ length: 10_000 }, (_, n) => moment(n, n / 100, [load]));
  expect(marksOnAxis(moments, 10).length).toBeLessThan(200);
});

function moment(index: number, story: number, events: readonly Event[]): ToldMoment {
  return { index, story, tick: index, events };
}
