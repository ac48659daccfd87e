import { expect, it } from 'vitest';
import { colourOf, painted } from './colour';

it('reads the colours that browsers compute', () => {
  expect(colourOf('rgb(187, 69, 1)')).toEqual({ hex: '#bb4501', opacity: 1 });
  expect(colourOf('rgba(0, 0, 0, 0.25)')).toEqual({ hex: '#000000', opacity: 0.25 });
  expect(colourOf('color(srgb 1 0.5 0 / 0.24)')).toEqual({ hex: '#ff8000', opacity: 0.24 });
  expect(colourOf('color(srgb 1e-7 1.01 -0.2)')).toEqual({ hex: '#00ff00', opacity: 1 });
});

it('takes what cannot be seen for nothing', () => {
  for (const nothing of ['rgba(0, 0, 0, 0)', 'none', 'transparent', '']) {
    expect(colourOf(nothing)).toBeNull();
  }
});

it('says how much shows through only where something does', () => {
  expect(painted('fill', { hex: '#000000', opacity: 1 })).toEqual({
    fill: '#000000',
    'fill-opacity': null,
  });
  expect(painted('stroke', { hex: '#000000', opacity: 0.5 })).toEqual({
    stroke: '#000000',
    'stroke-opacity': 0.5,
  });
});
