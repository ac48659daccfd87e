import { expect, it } from 'vitest';
import { routeThrough } from '../routes/route';
import { spritePlace } from './spritePlace';

const route = routeThrough([
  { x: 0, y: 0 },
  { x: 200, y: 0 },
]);

it('keeps a message off the rows at its two ends, a wide one further', () => {
  const [narrow, wide] = ['', '10–36'].map((label) => spritePlace({ label }, route, 0, false).x);
  expect(narrow).toBeGreaterThan(0);
  expect(wide).toBeGreaterThan(narrow ?? 0);
  expect(spritePlace({ label: '' }, route, 1, false).x).toBe(200 - (narrow ?? 0));
});

it('parts the labels that one row sends two ways at once', () => {
  const up = (y: number) => [
    { x: 0, y: 0 },
    { x: 40, y: 0 },
    { x: 40, y: -y },
    { x: 400, y: -y },
  ];
  const near = spritePlace({ label: '3' }, routeThrough(up(0).slice(0, 2)), 0, false);
  const far = spritePlace({ label: '3' }, routeThrough(up(80)), 0, false);
  expect(near.y - far.y).toBeGreaterThan(26);
});

it('lets a message on a cut way come no further than the cut', () => {
  expect(spritePlace({ label: '' }, route, 1, true).x).toBeCloseTo(100);
  expect(spritePlace({ label: '' }, route, 0.5, true).x).toBeLessThan(100);
});
