import { expect, it } from 'vitest';
import { movingValue } from './movingValue';

it('tells those who follow it of every change, and of nothing else', () => {
  const value = movingValue(1);
  const told: number[] = [];
  value.follow((now) => told.push(now));
  for (const next of [1, 2, 2, 3]) value.set(next);
  expect(told).toEqual([2, 3]);
  expect(value.get()).toBe(3);
});

it('tells nothing to those who have stopped following it', () => {
  const value = movingValue(0);
  const told: string[] = [];
  const stop = value.follow((now) => told.push(`first ${now}`));
  value.follow((now) => told.push(`second ${now}`));
  value.set(1);
  stop();
  value.set(2);
  expect(told).toEqual(['first 1', 'second 1', 'second 2']);
});
