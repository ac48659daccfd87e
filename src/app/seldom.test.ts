import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { seldom } from './seldom';

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => vi.useRealTimers());

it('does what is asked for once at a time, and what was asked for last', () => {
  let asked = 0;
  const done: number[] = [];
  const { ask } = seldom(() => done.push(asked), 400);
  for (asked = 1; asked <= 300; asked += 1) {
    ask();
    vi.advanceTimersByTime(10);
  }
  vi.advanceTimersByTime(1_000);
  expect(done.length).toBeGreaterThan(6);
  expect(done.length).toBeLessThanOrEqual(9);
  expect(done[0]).toBe(1);
  expect(done.at(-1)).toBeGreaterThanOrEqual(300);
});

it('gives up what is still to come', () => {
  const act = vi.fn<() => void>();
  const { ask, stop } = seldom(act, 400);
  ask();
  stop();
  vi.advanceTimersByTime(1_000);
  expect(act).not.toHaveBeenCalled();
});
