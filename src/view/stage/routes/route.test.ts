import { expect, it } from 'vitest';
import { directionAt, pathData, pointAt, routeThrough } from './route';

const ROUTE = routeThrough([
  { x: 0, y: 0 },
  { x: 0, y: 0 },
  { x: 0, y: 30 },
  { x: 0, y: 60 },
  { x: 40, y: 60 },
]);

it('keeps only the corners at which a route turns', () => {
  expect(ROUTE.corners).toEqual([
    { x: 0, y: 0 },
    { x: 0, y: 60 },
    { x: 40, y: 60 },
  ]);
  expect(ROUTE.length).toBe(100);
});

it('goes along the route in proportion to its length', () => {
  expect(pointAt(ROUTE, 0)).toEqual({ x: 0, y: 0 });
  expect(pointAt(ROUTE, 0.3)).toEqual({ x: 0, y: 30 });
  expect(pointAt(ROUTE, 0.8)).toEqual({ x: 20, y: 60 });
  expect(pointAt(ROUTE, 1)).toEqual({ x: 40, y: 60 });
});

it('stays at an end beyond it', () => {
  expect(pointAt(ROUTE, -1)).toEqual({ x: 0, y: 0 });
  expect(pointAt(ROUTE, 2)).toEqual({ x: 40, y: 60 });
});

it('knows where it is heading', () => {
  expect(directionAt(ROUTE, 0.1)).toBe(90);
  expect(directionAt(ROUTE, 0.9)).toBe(0);
  expect(directionAt(ROUTE, 1)).toBe(0);
});

it('rounds a corner by no more than half of its shorter side', () => {
  expect(pathData(ROUTE, 10)).toBe('M0 0L0 50Q0 60 10 60L40 60');
  expect(pathData(ROUTE, 100)).toBe('M0 0L0 40Q0 60 20 60L40 60');
});
