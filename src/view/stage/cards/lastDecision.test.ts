import { expect, it } from 'vitest';
import type { Event } from '../../../sim/event';
import type { ToldMoment } from '../../../timeline/mark';
import { decisionWords, lastDecision } from './lastDecision';

const FENCED: Event = {
  type: 'brokerFenced',
  broker: 1,
  brokerEpoch: 7,
  lastContactAt: 0,
  at: 9_000,
  because: 'silent',
};
const ELECTED: Event = {
  type: 'leaderElected',
  partition: 'orders-0',
  leader: 2,
  from: 1,
  leaderEpoch: 1,
  by: 'inSync',
  inSync: [2, 3],
};
const CRASHED: Event = { type: 'brokerCrashed', broker: 1, leads: 1, because: 'killed' };
const UNFENCED: Event = { type: 'brokerUnfenced', broker: 1 };

it('is what the controller decided last, not what befell it', () => {
  const told = [moment(3, ELECTED), moment(5, UNFENCED), moment(8, CRASHED)];
  expect(wordsAt(told, 9)).toEqual(['unfenced broker 1']);
});

it('of one moment is the election rather than what led to it', () => {
  expect(wordsAt([moment(3, FENCED, ELECTED)], 3)).toEqual([
    'elected broker 2 for orders-0',
    '2 leads orders-0',
    'new leader: 2',
    'leader: 2',
  ]);
});

it('is not known before it was told', () => {
  expect(lastDecision([moment(3, ELECTED)], 2)).toBeNull();
  expect(lastDecision([], 2)).toBeNull();
});

it('is the same, in whichever order the moments are asked for', () => {
  const told = [moment(1, CRASHED), moment(3, ELECTED), moment(5, CRASHED), moment(7, UNFENCED)];
  const decided = (index: number) => lastDecision(told, index)?.type ?? null;
  const expected = [null, 'leaderElected', 'leaderElected', 'brokerUnfenced'];
  expect([7, 5, 3, 1].map(decided)).toEqual(expected.toReversed());
  expect([1, 3, 5, 7].map(decided)).toEqual(expected);
});

function moment(index: number, ...events: readonly Event[]): ToldMoment {
  return { index, story: index, tick: index, events };
}

function wordsAt(told: readonly ToldMoment[], frameIndex: number): readonly string[] {
  const decision = lastDecision(told, frameIndex);
  return decision === null ? [] : decisionWords(decision);
}
