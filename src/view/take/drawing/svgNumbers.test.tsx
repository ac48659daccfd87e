import { describe, expect, it } from 'vitest';
import { matrixOf, numbersIn } from './svgNumbers';

it('reads numbers however they are parted', () => {
  expect(numbersIn('5 3')).toEqual([5, 3]);
  expect(numbersIn('0.5px, -6px')).toEqual([0.5, -6]);
  expect(numbersIn('none')).toEqual([]);
});

describe('what an element is moved and turned by', () => {
  const moved = (transform: string | null) => {
    const { x, y } = matrixOf(transform).transformPoint({ x: 10, y: 0 });
    return [x, y].map(Math.round);
  };

  it('is nothing where nothing is said', () => expect(moved(null)).toEqual([10, 0]));

  it('turns around the beginning, or around a point', () => {
    expect(moved('rotate(90)')).toEqual([0, 10]);
    expect(moved('rotate(90 10 5)')).toEqual([15, 5]);
  });

  it('is read from the outside in', () => {
    expect(moved('translate(100 50) rotate(90)')).toEqual([100, 60]);
    expect(moved('rotate(90) translate(100 50)')).toEqual([-50, 110]);
  });
});
