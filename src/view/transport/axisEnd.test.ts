import { expect, it } from 'vitest';
import { axisEnd } from './axisEnd';

it('ends the axis in the same place while the story grows a little', () => {
  expect(axisEnd(0)).toBe(12);
  expect(axisEnd(14)).toBe(20);
  expect(axisEnd(17)).toBe(20);
});

it('always leaves room after the last moment, however long the story', () => {
  for (const story of [11.9, 29, 600, 3600, 90_000]) {
    expect(axisEnd(story)).toBeGreaterThan(story);
  }
});
