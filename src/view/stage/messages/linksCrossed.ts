import { type BrokerId, brokerIdsIn, brokerNode, brokerOf, type NodeId } from '../../../sim/ids';
import type { Link } from '../../../sim/network';
import { bottom, type Box, type Point, right } from '../layout/geometry';
import type { StageLayout } from '../layout/stageLayout';
import type { Route } from '../routes/route';
import { wireBetween } from '../routes/routeBetween';

/** A stroke down the gutter between two brokers parts them if it is that long, in CSS pixels. */
const PARTING_LENGTH = 24;
const SAMPLES = 24;

/** Two nodes that talk to each other, and the wire between them. */
export interface Wired {
  readonly link: Link;
  readonly route: Route;
}

/** Every link that can be cut. The controller and clients never talk to each other. */
export function linksOn(layout: StageLayout): readonly Wired[] {
  const brokers = brokerIdsIn(layout.brokers);
  const others = Object.keys(layout.cards.places).filter(isNode);
  const pairs = brokers.flatMap((one, at): readonly Link[] => [
    ...brokers.slice(at + 1).map((other) => ({ from: brokerNode(one), to: brokerNode(other) })),
    ...others.map((from) => ({ from, to: brokerNode(one) })),
  ]);
  return pairs.flatMap((link) => {
    const route = wireBetween(layout, link.from, link.to, 0);
    return route ? [{ link, route }] : [];
  });
}

/** The links that a straight stroke between two points would cut. */
export function linksCrossed(layout: StageLayout, from: Point, to: Point): readonly Wired[] {
  return linksOn(layout).filter(
    (wired) => crosses(wired.route, from, to) || parts(layout, wired.link, from, to),
  );
}

/** Whether a point is on no box, so that a stroke may begin there. */
export function isGround({ brokers, cards }: StageLayout, point: Point): boolean {
  const boxes = [...Object.values(brokers), ...Object.values(cards.places)];
  return !boxes.some((box) => box !== undefined && isIn(box, point));
}

/** Whether a point is between two brokers that stand side by side. */
export function isBetween(layout: StageLayout, point: Point): boolean {
  const brokers = brokerIdsIn(layout.brokers);
  const gutters = brokers.flatMap((one) => brokers.map((other) => gutterOf(layout, one, other)));
  return gutters.some((gutter) => gutter !== null && isIn(gutter, point));
}

function isNode(key: string): key is NodeId {
  return key === 'controller' || /^(producer|consumer)-/.test(key);
}

function isIn(box: Box, { x, y }: Point): boolean {
  return x >= box.x && x <= right(box) && y >= box.y && y <= bottom(box);
}

function crosses({ corners }: Route, from: Point, to: Point): boolean {
  return corners.some((corner, at) => {
    const before = corners[at - 1];
    return before !== undefined && meet(before, corner, from, to);
  });
}

/** Whether two straight lines cross: the ends of each lie on both sides of the other. */
function meet(a: Point, b: Point, c: Point, d: Point): boolean {
  const [before, after] = [side(a, b, c), side(a, b, d)];
  // Along a wire nothing is crossed.
  if (before === 0 && after === 0) return false;
  return before * after <= 0 && side(c, d, a) * side(c, d, b) <= 0;
}

function side(a: Point, b: Point, point: Point): number {
  return Math.sign((b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x));
}

/** Between neighbours everything goes across their gutter, at whatever height. */
function parts(layout: StageLayout, link: Link, from: Point, to: Point): boolean {
  const gutter = gutterOf(layout, brokerOf(link.from), brokerOf(link.to));
  if (!gutter) return false;
  const heights: number[] = [];
  for (let at = 0; at <= SAMPLES; at += 1) {
    const share = at / SAMPLES;
    const point = { x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) };
    if (isIn(gutter, point)) heights.push(point.y);
  }
  return Math.max(...heights) - Math.min(...heights) >= PARTING_LENGTH;
}

function gutterOf(
  { brokers }: StageLayout,
  one: BrokerId | null,
  other: BrokerId | null,
): Box | null {
  const [a, b] = [brokers[one ?? -1], brokers[other ?? -1]];
  if (!a || !b || a.band !== b.band || Math.abs(a.column - b.column) !== 1) return null;
  const [left, after] = a.column < b.column ? [a, b] : [b, a];
  const y = Math.max(left.y, after.y);
  const height = Math.min(bottom(left), bottom(after)) - y;
  return { x: right(left), y, width: after.x - right(left), height };
}
