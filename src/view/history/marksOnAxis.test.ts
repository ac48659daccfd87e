import { expect, it } from 'vitest';
import type { Event } from '../../sim/event';
import type { ToldMoment } from '../../timeline/mark';
import { MARK_SPACING, marksOnAxis } from './marksOnAxis';

const crash: Event = { type: 'brokerCrashed', broker: 1, leads: 1, because: 'killed' };
const load: Event = { type: 'loadStopped', producer: 'producer-1' };
const unfenced: Event = { type: 'brokerUnfenced', broker: 1 };
const acknowledged: Event = {
  type: 'recordsAcknowledged',
  producer: 'producer-1',
  partition: 'orders-0',
  recordIds: [],
  broker: 1,
  acks: 1,
  baseOffset: 0,
  lastOffset: 0,
  values: [],
};
const elected: Event = {
  type: 'leaderElected',
  partition: 'orders-0',
  leader: 2,
  from: 1,
  leaderEpoch: 1,
  by: 'inSync',
  inSync: [2, 3],
};

it('lets the heaviest of the events that fall together stand for them', () => {
  const marks = marksOnAxis(
    [moment(0, 1, [load]), moment(1, 1.01, [crash]), moment(2, 5, [load])],
    50,
  );
  const told = marks.map(({ text, moments }) => `${text} ${moments.length}`);
  expect(told).toEqual(['crash 1 2', 'load off 1']);
});

it('lets other kinds follow in the order of time, as far as they are near', () => {
  const marks = marksOnAxis([moment(0, 1, [unfenced, load, crash, elected])], 50);
  expect(marks.map(({ text, x }) => [text, x])).toEqual([
    ['crash 1', 50],
    ['leader 2', 50 + MARK_SPACING],
  ]);
  const loss = [moment(0, 1, [acknowledged]), moment(1, 1.01, [crash]), moment(2, 1.02, [elected])];
  const crowded = [...loss, moment(3, 1.03, [acknowledged])];
  expect(marksOnAxis(loss, 50).map(({ text }) => text)).toEqual([
    'acknowledged',
    'crash 1',
    'leader 2',
  ]);
  expect(marksOnAxis(crowded, 50).map(({ text, moments }) => [text, moments.length])).toEqual([
    ['acknowledged', 1],
    ['crash 1', 1],
    ['leader 2', 2],
  ]);
});

it('whatever breaks a promise is marked as a broken promise', () => {
  const taken: Event = {
    type: 'truncationDetected',
    consumer: 'consumer-1',
    partition: 'orders-0',
    from: 3,
    to: 2,
    offsetEpoch: 0,
  };
  const told = moment(0, 1, [taken]);
  const breaks = [{ promise: PROMISE, happening: { number: 1, event: taken, ...told } }];
  expect(marksOnAxis([moment(0, 1, [taken])], 50)).toEqual([]);
  expect(marksOnAxis([told], 50, breaks)).toMatchObject([{ kind: 'brokenPromise' }]);
});

const PROMISE = { name: '', because: '', permittedBy: null };

it('makes no more marks than the axis has room for', () => {
  const moments = Array.from({ length: 10_000 }, (_, n) => moment(n, n / 100, [load]));
  expect(marksOnAxis(moments, 10).length).toBeLessThan(100);
});

function moment(index: number, story: number, events: readonly Event[]): ToldMoment {
  return { index, story, tick: index, events };
}
