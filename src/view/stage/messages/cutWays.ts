import type { NodeId } from '../../../sim/ids';
import type { Link } from '../../../sim/network';
import type { Point } from '../layout/geometry';
import type { StageLayout } from '../layout/stageLayout';
import { directionAt, pointAt, type Route } from '../routes/route';
import { wireBetween } from '../routes/routeBetween';

/** Two nodes between which messages are lost: one way, or both. */
export interface CutWay {
  readonly key: string;
  readonly from: NodeId;
  readonly to: NodeId;
  readonly bothWays: boolean;
}

/** Where a message on a cut way is seen to die. */
export const CUT_AT = 0.5;

/** Marks nearer than this would hide each other. */
const MARK_PITCH = 20;

/** Whether messages on this way are lost. */
export function isCut(cutLinks: readonly Link[], { from, to }: Link): boolean {
  return cutLinks.some((link) => link.from === from && link.to === to);
}

/** Each pair of nodes once, in the order in which their links were cut. */
export function cutWays(cutLinks: readonly Link[]): readonly CutWay[] {
  const ways: CutWay[] = [];
  for (const { from, to } of cutLinks) {
    const at = ways.findIndex((way) => way.from === to && way.to === from);
    const other = ways[at];
    if (other) ways[at] = { ...other, bothWays: true };
    if (!other) ways.push({ key: `${from} ${to}`, from, to, bothWays: false });
  }
  return ways;
}

export interface PlacedCut {
  readonly way: CutWay;
  readonly route: Route;
  /** Null where another mark stands already that says the same. */
  readonly mark: Point | null;
  /** In degrees; 0 points right, 90 down. */
  readonly direction: number;
}

/** The wires of cut ways and where their marks stand. */
export function placeCuts(layout: StageLayout, ways: readonly CutWay[]): readonly PlacedCut[] {
  const placed: PlacedCut[] = [];
  for (const [index, way] of ways.entries()) {
    const route = wireBetween(layout, way.from, way.to, LANES[index % LANES.length] ?? 0);
    if (!route) continue;
    const taken = placed.flatMap(({ mark }) => mark ?? []);
    const share = SHARES.find((each) => isFree(pointAt(route, each), taken));
    placed.push({
      way,
      route,
      mark: share === undefined ? null : pointAt(route, share),
      direction: directionAt(route, share ?? CUT_AT),
    });
  }
  return placed;
}

/** Between those of the messages. */
const LANES = [0, 0.24, -0.24];

const SHARES = [CUT_AT, 0.72, 0.3, 0.84, 0.18];

function isFree(point: Point, taken: readonly Point[]): boolean {
  return taken.every(({ x, y }) => Math.hypot(x - point.x, y - point.y) >= MARK_PITCH);
}
