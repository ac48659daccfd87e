import { expect, it } from 'vitest';
import { ROW_HEIGHT, rowWindow } from './rowWindow';

const even = () => 40;

it('draws the last rows at the end of a list, and a margin above them', () => {
  expect(rowWindow(10_000, even, { fromEnd: 0, seen: 400 })).toEqual({
    first: 10_000 - 18,
    end: 10_000,
    above: (10_000 - 18) * ROW_HEIGHT,
    below: 0,
  });
});

it('leaves room for the rows below that are not drawn, as high as they are', () => {
  const { first, end, below } = rowWindow(1_000, even, { fromEnd: 4_000, seen: 400 });
  expect(below).toBe((1_000 - end) * 40);
  expect(below).toBeLessThanOrEqual(4_000 - 320);
  expect(end - first).toBeLessThan(40);
});

it('draws all of a short list, and nothing of an empty one', () => {
  expect(rowWindow(3, even, { fromEnd: 0, seen: 400 })).toMatchObject({ first: 0, end: 3 });
  expect(rowWindow(0, even, { fromEnd: 900, seen: 400 })).toMatchObject({ first: 0, end: 0 });
});
