import { expect, it } from 'vitest';
import { boxSvg } from './boxSvg';

const BOX = { x: 0, y: 0, width: 20, height: 20 };
const GROUND = 'fill="#112233"';
const RING = 'stroke="#aa0000"';

it('draws a ring around a box under its ground, and one within it over the ground', () => {
  const around = drawn('rgb(170, 0, 0) 0px 0px 0px 2px');
  expect(around.indexOf(RING)).toBeLessThan(around.indexOf(GROUND));
  expect(around).toContain('M-1 -1H21V21H-1V-1Z');
  const within = drawn('rgb(170, 0, 0) 0px 0px 0px 2px inset');
  expect(within.indexOf(RING)).toBeGreaterThan(within.indexOf(GROUND));
  expect(within).toContain('M1 1H19V19H1V1Z');
});

it('leaves soft shadows behind', () => {
  expect(drawn('rgb(170, 0, 0) 0px 1px 2px 0px')).not.toContain(RING);
});

function drawn(boxShadow: string): string {
  const element = document.createElement('div');
  document.body.append(element);
  Object.assign(element.style, { backgroundColor: 'rgb(17, 34, 51)', boxShadow });
  return boxSvg(getComputedStyle(element), BOX, () => 'g1');
}
