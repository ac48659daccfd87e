import { expect, it } from 'vitest';
import type { NodeId } from '../../../sim/ids';
import { stageRequest } from '../fixture/stageRequest';
import { layoutStage } from '../layout/layoutStage';
import { tileOf } from '../layout/stageVariables';
import { type Route, routeThrough } from '../routes/route';
import { routeBetween } from '../routes/routeBetween';
import { halfWidth } from './routedSprite';
import { spritePlace } from './spritePlace';

const route = routeThrough([
  { x: 0, y: 0 },
  { x: 200, y: 0 },
]);

it('keeps a message off the rows at its two ends, a wide one further', () => {
  const [narrow, wide] = ['', '10–36'].map((label) => place(label, route, 0).x);
  expect(narrow).toBeGreaterThan(0);
  expect(wide).toBeGreaterThan(narrow ?? 0);
  expect(place('', route, 1).x).toBe(200 - (narrow ?? 0));
});

it('parts the labels that one row sends two ways at once', () => {
  const up = (y: number) => [
    { x: 0, y: 0 },
    { x: 40, y: 0 },
    { x: 40, y: -y },
    { x: 400, y: -y },
  ];
  const near = place('3', routeThrough(up(0).slice(0, 2)), 0);
  const far = place('3', routeThrough(up(80)), 0);
  expect(near.y - far.y).toBeGreaterThan(26);
});

it('lets a message on a cut way come no further than the cut', () => {
  expect(place('', route, 1, true).x).toBeCloseTo(100);
  expect(place('', route, 0.5, true).x).toBeLessThan(100);
});

it('keeps the whole of a label on the stage, whatever way it goes', () => {
  const wide = { kind: 'produce', label: 'v1234… +15' } as const;
  for (const width of [320, 360, 640, 1024, 1230])
    for (const type of [1, Math.max(1, Math.min(5 / 3, width / 360))]) {
      const counts = { width, height: 640, brokers: 3, partitions: 12, producers: 3 };
      const layout = layoutStage({ ...stageRequest(counts), type });
      const { font, widthMax } = tileOf(layout);
      const half = Math.min(wide.label.length * 0.6 * font, widthMax) / 2;
      const ways: readonly [NodeId, NodeId][] = [
        ['producer-1', 'broker-1'],
        ['broker-1', 'broker-3'],
        ['broker-3', 'consumer-1'],
      ];
      for (const [from, to] of ways) {
        const way = routeBetween(layout, from, to, 'orders-9', 0.4);
        if (!way) throw new Error(`There is no way from ${from} to ${to}.`);
        const routed = { sprite: wide, route: way, half: halfWidth(layout, wide), width };
        for (const share of [0, 0.2, 0.4, 0.6, 0.8, 1]) {
          const { x, y } = spritePlace(routed, share, false);
          expect(y).toBeGreaterThan(tileOf(layout).side / 2);
          expect(x - half).toBeGreaterThanOrEqual(0);
          expect(x + half).toBeLessThanOrEqual(width);
        }
      }
    }
});

function place(label: string, along: Route, progress: number, isDoomed = false) {
  const half = 9 + 4 * label.length;
  return spritePlace({ sprite: { label }, route: along, half, width: 1e3 }, progress, isDoomed);
}
