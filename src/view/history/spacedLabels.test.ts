import { expect, it } from 'vitest';
import { spacedLabels } from './spacedLabels';

it('keeps the heavier of two labels that do not fit side by side', () => {
  const labels = [
    { id: 'a', text: 'produce', x: 100, weight: 1 },
    { id: 'b', text: 'crash 1', x: 120, weight: 9 },
    { id: 'c', text: 'fenced', x: 300, weight: 8 },
  ];
  expect(spacedLabels(labels, 600).map(({ id }) => id)).toEqual(['b', 'c']);
});

it('never lets labels overlap or leave the axis, however many there are', () => {
  const labels = Array.from({ length: 10_000 }, (_, n) => ({
    id: `${n}`,
    text: n % 3 === 0 ? 'acknowledged' : 'crash 1',
    x: (n * 37) % 900,
    weight: n % 7,
  }));
  const placed = spacedLabels(labels, 900);
  expect(placed.length).toBeGreaterThan(5);
  const ends = placed.map(({ left, width }) => left + width);
  const gaps = placed.slice(1).map(({ left }, at) => left - (ends[at] ?? 0));
  expect(Math.min(...gaps)).toBeGreaterThan(0);
  expect(Math.min(...placed.map(({ left }) => left))).toBeGreaterThanOrEqual(0);
  expect(Math.max(...ends)).toBeLessThanOrEqual(900);
});
