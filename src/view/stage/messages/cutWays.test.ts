import { expect, it } from 'vitest';
import { stageRequest } from '../fixture/stageRequest';
import { overlaps } from '../layout/geometry';
import { layoutStage } from '../layout/layoutStage';
import { cutWays, isCut, placeCuts } from './cutWays';

const ONE = { from: 'broker-1', to: 'broker-2' } as const;
const BACK = { from: 'broker-2', to: 'broker-1' } as const;

it('a link that is cut both ways is one wire, and one that is cut one way says which', () => {
  expect(cutWays([ONE, BACK])).toMatchObject([{ ...ONE, bothWays: true }]);
  expect(cutWays([ONE])).toMatchObject([{ ...ONE, bothWays: false }]);
});

it('only what travels the way that is cut is lost', () => {
  expect(isCut([ONE], ONE)).toBe(true);
  expect(isCut([ONE], BACK)).toBe(false);
});

it.each([1214, 640, 340])('marks stand clear of boxes and of each other on %i pixels', (width) => {
  const layout = layoutStage(stageRequest({ width, height: 592, brokers: 4, partitions: 2 }));
  const others = ['broker-2', 'broker-3', 'broker-4', 'controller', 'producer-1'] as const;
  const links = others.map((to) => ({ from: 'broker-1', to }) as const);
  const marks = placeCuts(layout, cutWays(links)).flatMap(({ mark }) => mark ?? []);
  expect(marks.length).toBeGreaterThan(0);
  const brokers = Object.values(layout.brokers).filter((each) => each !== undefined);
  for (const { x, y } of marks)
    for (const box of brokers) expect(overlaps({ x, y, width: 0.1, height: 0.1 }, box)).toBe(false);
  marks.forEach((one, at) => {
    for (const other of marks.slice(at + 1))
      expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThanOrEqual(20);
  });
});
