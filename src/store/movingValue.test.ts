import { expect, it, vi } from 'vitest';
import { movingValue } from './movingValue';

it('tells of every other value, and of the same one only once', () => {
  const value = movingValue(1);
  const write = vi.fn<(value: number) => void>();
  value.onChange(write);
  for (const next of [1, 2, 2, 3]) value.set(next);
  expect(write.mock.calls).toEqual([[2], [3]]);
  expect(value.get()).toBe(3);
});

it('tells each one until it stops, even two that write the same', () => {
  const value = movingValue(0);
  const write = vi.fn<(value: number) => void>();
  const stop = value.onChange(write);
  value.onChange(write);
  value.set(1);
  stop();
  value.set(2);
  expect(write.mock.calls).toEqual([[1], [1], [2]]);
});
