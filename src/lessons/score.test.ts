import { expect, it } from 'vitest';
import { loadLesson } from './loadLesson';
import { beginLesson } from './lessonRun';
import { countsOf, parseScore, scoreAfter } from './score';

const failover = await loadLesson('failover');
const begun = beginLesson(failover, 0);
const answered = (picked: string | null, isRight: boolean | null) => ({
  ...begun,
  answers: { predict: { picked, isRight } },
});

it('counts the first answer to a question, and no later one', () => {
  const wrong = scoreAfter({}, answered('broker3', false));
  expect(countsOf(wrong)).toEqual({ right: 0, wrong: 1, watched: 0 });
  expect(scoreAfter(wrong, answered('broker2', true))).toBe(wrong);
});

it('counts who watched, and waits until an answer was judged', () => {
  expect(countsOf(scoreAfter({}, answered(null, null)))).toEqual({
    right: 0,
    wrong: 0,
    watched: 1,
  });
  expect(countsOf(scoreAfter({}, answered('broker2', null))).right).toBe(0);
});

it('has a lesson finished once all its goals were reached', () => {
  const reached = failover.goals.map(({ id }) => id);
  expect(scoreAfter({}, begun)).toEqual({});
  expect(scoreAfter({}, { ...begun, reached })['failover']?.isFinished).toBe(true);
});

it('reads what was kept, and nothing else', () => {
  const score = scoreAfter({}, answered('broker2', true));
  expect(parseScore(JSON.stringify(score))).toEqual(score);
  for (const text of [null, 'x', '[]', '{"a":1}', '{"a":{"isFinished":true,"first":{"b":"c"}}}'])
    expect(parseScore(text)).toEqual({});
});
