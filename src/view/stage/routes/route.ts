import { clamp, type Point } from '../layout/geometry';

/** A way across the stage: straight pieces, each along one axis. */
export interface Route {
  readonly corners: readonly Point[];
  /** In CSS pixels. */
  readonly length: number;
}

/** A route through these corners, without those that do not turn. */
export function routeThrough(points: readonly Point[]): Route {
  const corners: Point[] = [];
  for (const point of points) {
    const last = corners.at(-1);
    if (last && near(last, point)) continue;
    const before = corners.at(-2);
    if (last && before && isStraight(before, last, point)) corners.pop();
    corners.push(point);
  }
  const length = corners.reduce((sum, corner, at) => sum + distance(corners[at - 1], corner), 0);
  return { corners, length };
}

/** Where one is after a share of the route, 0 to 1. */
export function pointAt({ corners, length }: Route, progress: number): Point {
  let left = clamp(progress, 0, 1) * length;
  let from = corners[0] ?? { x: 0, y: 0 };
  for (const to of corners.slice(1)) {
    const step = distance(from, to);
    if (left <= step) {
      const share = step === 0 ? 0 : left / step;
      return { x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) };
    }
    left -= step;
    from = to;
  }
  return from;
}

/** The route as SVG path data, its corners rounded. */
export function pathData({ corners }: Route, radius = 10): string {
  return corners
    .map((corner, at) => {
      const [before, after] = [corners[at - 1], corners[at + 1]];
      if (!before) return `M${at2(corner)}`;
      if (!after) return `L${at2(corner)}`;
      const reach = Math.min(radius, distance(before, corner) / 2, distance(corner, after) / 2);
      const [turn, straight] = [toward(corner, before, reach), toward(corner, after, reach)];
      return `L${at2(turn)}Q${at2(corner)} ${at2(straight)}`;
    })
    .join('');
}

/** Angle of travel in degrees at a share of the route; 0 points right, 90 down. */
export function directionAt(route: Route, progress: number): number {
  const step = 1 / Math.max(1, route.length);
  const behind = pointAt(route, Math.min(progress, 1 - step));
  const ahead = pointAt(route, Math.min(progress, 1 - step) + step);
  return (Math.atan2(ahead.y - behind.y, ahead.x - behind.x) * 180) / Math.PI;
}

function distance(a: Point | undefined, b: Point): number {
  return a ? Math.abs(a.x - b.x) + Math.abs(a.y - b.y) : 0;
}

function toward(from: Point, to: Point, by: number): Point {
  const whole = distance(from, to);
  const share = whole === 0 ? 0 : by / whole;
  return { x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) };
}

function near(a: Point, b: Point): boolean {
  return Math.abs(a.x - b.x) < 0.01 && Math.abs(a.y - b.y) < 0.01;
}

function isStraight(a: Point, b: Point, c: Point): boolean {
  return (a.x === b.x && b.x === c.x) || (a.y === b.y && b.y === c.y);
}

function at2({ x, y }: Point): string {
  return `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;
}
