import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { cellX, logWindowFrom, offsetAt, windowStart } from './logWindow';
import type { CellsLayout } from './rowLayout';
import { effort } from '../../../../test/properties/effort';

const CELLS: CellsLayout = {
  x: 14,
  y: 40,
  width: 28,
  height: 31,
  gap: 4,
  count: 8,
  font: 13,
  earlierWidth: 78,
  earlierWords: 'long',
  flagDrop: 15,
};

it('shows every offset from the first while the log and the next slot fit', () => {
  for (let end = 0; end < CELLS.count; end += 1) expect(windowStart(CELLS, end)).toBe(0);
  expect(logWindowFrom(CELLS, 0)).toEqual({ start: 0, count: 8, x: 14 });
});

it('makes room for what is left out by giving up cells at the left', () => {
  const start = windowStart(CELLS, 8);
  const window = logWindowFrom(CELLS, start);
  expect(start).toBeGreaterThan(0);
  expect(window.x - CELLS.x).toBeGreaterThanOrEqual(CELLS.earlierWidth);
  expect(cellX(CELLS, window, start + window.count - 1)).toBe(
    cellX(CELLS, logWindowFrom(CELLS, 0), 7),
  );
});

it('always shows the newest record and a slot for the next', () => {
  fc.assert(
    fc.property(fc.nat(5_000), fc.integer({ min: 4, max: 20 }), (end, count) => {
      const cells = { ...CELLS, count };
      const { start, count: shown } = logWindowFrom(cells, windowStart(cells, end));
      expect(start).toBeLessThanOrEqual(Math.max(0, end));
      expect(start + shown).toBeGreaterThan(end);
    }),
    effort(100, 1_000),
  );
});

it('moves seldom, and never back, while a log grows', () => {
  const starts = Array.from({ length: 60 }, (_, end) => windowStart(CELLS, end));
  expect(starts).toEqual(starts.toSorted((a, b) => a - b));
  expect(new Set(starts.slice(8)).size).toBeLessThanOrEqual(60);
});

it('knows the offset of a cell by any point of it, and of none beside the cells', () => {
  for (const start of [0, 12]) {
    const window = logWindowFrom(CELLS, start);
    for (let offset = start; offset < start + window.count; offset += 1) {
      const left = cellX(CELLS, window, offset);
      for (const x of [left, left + CELLS.width / 2, left + CELLS.width - 0.5]) {
        expect(offsetAt(CELLS, window, { x, y: CELLS.y })).toBe(offset);
      }
    }
    const y = CELLS.y + CELLS.height / 2;
    expect(offsetAt(CELLS, window, { x: window.x - CELLS.gap, y })).toBeNull();
    expect(
      offsetAt(CELLS, window, { x: cellX(CELLS, window, start + window.count), y }),
    ).toBeNull();
    expect(offsetAt(CELLS, window, { x: window.x, y: CELLS.y - 1 })).toBeNull();
  }
});

it('gives low cells room enough for a finger', () => {
  const low = { ...CELLS, height: 16 };
  const at = (y: number) => offsetAt(low, logWindowFrom(low, 0), { x: low.x, y: low.y + 8 + y });
  expect([at(-12), at(12), at(-13), at(13)]).toEqual([0, 0, null, null]);
});
