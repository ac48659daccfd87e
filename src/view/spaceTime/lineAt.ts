import { clamp } from '../stage/layout/geometry';
import type { Line } from './lines';

/** Half of what a finger or a pointer needs. */
const REACH = 12;

/** The line that is nearest to a point, or null when none is near. */
export function lineAt(lines: readonly Line[], x: number, y: number): Line | null {
  let nearest: Line | null = null;
  let least = REACH;
  for (const line of lines) {
    const distance = distanceTo(line, x, y);
    if (distance > least) continue;
    least = distance;
    nearest = line;
  }
  return nearest;
}

function distanceTo({ x1, y1, x2, y2 }: Line, x: number, y: number): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : clamp(((x - x1) * dx + (y - y1) * dy) / length, 0, 1);
  return Math.hypot(x1 + share * dx - x, y1 + share * dy - y);
}
