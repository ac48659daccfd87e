import { expect, it } from 'vitest';
import { type Corners, evenly, inset, insetCorners, lengthAround, outlineOf } from './outline';

const SQUARE: Corners = [
  [0, 0],
  [0, 0],
  [0, 0],
  [0, 0],
];
const ROUND: Corners = [
  [4, 4],
  [4, 4],
  [0, 0],
  [4, 4],
];
const box = { x: 10, y: 20, width: 30, height: 40 };

it('goes around a box, and around its corners where they are round', () => {
  expect(outlineOf(box, SQUARE)).toBe('M10 20H40V60H10V20Z');
  expect(outlineOf(box, ROUND)).toBe(
    'M14 20H36a4 4 0 0 1 4 4V60H14a4 4 0 0 1 -4 -4V24a4 4 0 0 1 4 -4Z',
  );
});

it('leaves less inside, and square corners square', () => {
  expect(inset(box, [1, 2, 3, 4])).toEqual({ x: 14, y: 21, width: 24, height: 36 });
  expect(insetCorners(ROUND, evenly(3))).toEqual([
    [1, 1],
    [1, 1],
    [0, 0],
    [1, 1],
  ]);
  expect(insetCorners(ROUND, [0, 0, 0, 6])[0]).toEqual([0, 4]);
});

it('knows how long the way around is', () => {
  expect(lengthAround(box, SQUARE)).toBe(140);
  const circle: Corners = [
    [5, 5],
    [5, 5],
    [5, 5],
    [5, 5],
  ];
  expect(lengthAround({ x: 0, y: 0, width: 10, height: 10 }, circle)).toBeCloseTo(10 * Math.PI);
});
