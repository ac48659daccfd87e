import { clamp } from '../stage/layout/geometry';
import { type Line, type Segment, segmentsOf } from './lines';

/** Half of what a finger or a pointer needs. */
const REACH = 12;

/** The line that is nearest to a point, or null when none is near. */
export function lineAt(lines: readonly Line[], x: number, y: number): Line | null {
  let nearest: Line | null = null;
  let least = REACH;
  for (const line of lines) {
    const distance = Math.min(...segmentsOf(line).map((part) => distanceTo(part, x, y)));
    if (distance > least) continue;
    least = distance;
    nearest = line;
  }
  return nearest;
}

function distanceTo([from, to]: Segment, x: number, y: number): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : clamp(((x - from.x) * dx + (y - from.y) * dy) / length, 0, 1);
  return Math.hypot(from.x + share * dx - x, from.y + share * dy - y);
}
