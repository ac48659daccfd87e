import { expect, it } from 'vitest';
import { gradientOf } from './gradient';

const box = { x: 0, y: 0, width: 100, height: 100 };

it('repeats a hatch after its last stop, from where the browser begins it', () => {
  const hatch =
    'repeating-linear-gradient(90deg, rgb(255, 0, 0) 0px 2px, ' +
    'rgba(0, 0, 0, 0) 2px, rgba(0, 0, 0, 0) 8px), none';
  const { id, markup } = gradientOf(hatch, box, () => 'g1') ?? {};
  expect(id).toBe('g1');
  expect(markup).toContain('spreadMethod="repeat" x1="0" y1="50" x2="8" y2="50"');
  expect(markup?.match(/offset="[\d.]+"/g)).toEqual([
    'offset="0"',
    'offset="0.25"',
    'offset="0.25"',
    'offset="1"',
  ]);
  expect(markup?.match(/stop-opacity="0"/g)).toHaveLength(2);
});

it('reads the stops of a hatch that says how its colours blend', () => {
  const hatch =
    'repeating-linear-gradient(-45deg in srgb, color(srgb 1 0 0 / 0.24) 0px 2px, ' +
    'rgba(0, 0, 0, 0) 2px 8px)';
  const { markup } = gradientOf(hatch, box, () => 'g1') ?? {};
  expect(markup).toContain('offset="0.25" stop-color="#ff0000" stop-opacity="0.24"');
});

it('fills a circle up to the corner that is farthest', () => {
  const ring = 'radial-gradient(circle, rgb(255, 255, 255) 62%, rgba(0, 0, 0, 0) 64%)';
  const { markup } = gradientOf(ring, box, () => 'g1') ?? {};
  expect(markup).toContain('cx="50" cy="50" r="70.71"');
  expect(markup).toContain('offset="0.62"');
});

it('knows no gradient where there is none', () => {
  expect(gradientOf('none', box, () => 'g1')).toBeNull();
});
