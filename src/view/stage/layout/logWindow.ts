import type { Offset } from '../../../sim/ids';
import type { CellsLayout } from './rowLayout';

/** Which offsets of a partition have a cell. The same in every broker, so that it reads across. */
export interface LogWindow {
  /** Offset of the first cell. */
  readonly start: Offset;
  readonly count: number;
  /** Where the first cell is, from the left edge of the row. */
  readonly x: number;
}

/**
 * Offset of the first cell, so that the newest records and a slot for the next are shown. It moves
 * by several cells at a time: records keep their places while more come.
 */
export function windowStart(cells: CellsLayout, longestEnd: Offset): Offset {
  if (longestEnd < cells.count) return 0;
  const count = countBehindLabel(cells);
  const stride = Math.max(1, Math.floor(count / 3));
  return Math.ceil((longestEnd + 1 - count) / stride) * stride;
}

/** The window that begins at an offset: from the second on, with room for `… n earlier`. */
export function logWindowFrom(cells: CellsLayout, start: Offset): LogWindow {
  if (start === 0) return { start, count: cells.count, x: cells.x };
  const count = countBehindLabel(cells);
  return { start, count, x: cells.x + (cells.count - count) * (cells.width + cells.gap) };
}

function countBehindLabel({ count, width, gap, earlierWidth }: CellsLayout): number {
  return Math.max(1, count - Math.ceil(earlierWidth / (width + gap)));
}

/** Left edge of an offset's cell within the row; offsets before the window are at its edge. */
export function cellX(cells: CellsLayout, { start, x }: LogWindow, offset: Offset): number {
  return x + Math.max(0, offset - start) * (cells.width + cells.gap);
}

/** A finger or a pointer means the cell that it is near to, at least this far from its middle. */
const REACH = 12;

/** The offset whose cell is at a point of the row; null where there is none. */
export function offsetAt(
  { width, height, gap, y }: CellsLayout,
  { start, count, x }: LogWindow,
  point: { readonly x: number; readonly y: number },
): Offset | null {
  if (Math.abs(point.y - y - height / 2) > Math.max(height / 2, REACH)) return null;
  const nth = Math.floor((point.x - x + gap / 2) / (width + gap));
  return nth >= 0 && nth < count ? start + nth : null;
}
