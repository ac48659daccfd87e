import { brokerOf, type NodeId, type PartitionId } from '../../../sim/ids';
import { type Box, bottom, centreX, clamp, type Point, right } from '../layout/geometry';
import type { BrokerPlace, Lane, StageLayout } from '../layout/stageLayout';
import { type Route, routeThrough } from './route';

/** Where a route touches a box: at its lower or upper edge, or at the side of a replica's row. */
type Port = EdgePort | SidePort;

interface EdgePort {
  readonly type: 'edge';
  readonly at: Point;
  /** Index of the channel that the edge looks at. */
  readonly channel: number;
}

interface SidePort {
  readonly type: 'side';
  readonly broker: BrokerPlace;
  readonly row: Box;
}

const NO_LANE: Lane = { middle: 0, reach: 0 };
/** How far from a card's corner a route may leave it. */
const CORNER = 18;

/**
 * The way of a message between two nodes, about one partition or none: through the gutters between
 * brokers and the channels above them, never over a box except its two ends'.
 *
 * @param lane -1 to 1: where within gutters and channels, so that messages keep apart
 * @returns null when an end is not on the stage
 */
export function routeBetween(
  layout: StageLayout,
  from: NodeId,
  to: NodeId,
  partition: PartitionId | null,
  lane = 0,
): Route | null {
  const start = portOf(layout, from, partition, to, lane);
  const end = portOf(layout, to, partition, from, lane);
  if (!start || !end) return null;
  if (start.type === 'edge' && end.type === 'edge')
    return routeThrough(edgeToEdge(layout, start, end, lane));
  if (start.type === 'side' && end.type === 'side')
    return routeThrough(sideToSide(layout, start, end, lane));
  if (start.type === 'edge' && end.type === 'side')
    return routeThrough(edgeToSide(layout, start, end, lane));
  if (start.type === 'side' && end.type === 'edge')
    return routeThrough(edgeToSide(layout, end, start, lane).toReversed());
  return null;
}

/** The way of the wire between two nodes: what lies between brokers, it lies at their headers. */
export function wireBetween(
  layout: StageLayout,
  from: NodeId,
  to: NodeId,
  lane: number,
): Route | null {
  const [a, b] = [brokerOf(from), brokerOf(to)].map((id) =>
    id === null ? null : layout.brokers[id],
  );
  if (!a || !b) return routeBetween(layout, from, to, null, lane);
  const ports = [a, b].map((broker): SidePort => ({ type: 'side', broker, row: broker.header }));
  const [start, end] = ports;
  return start && end ? routeThrough(sideToSide(layout, start, end, lane)) : null;
}

/** Where a message about a partition docks at a broker: at the row's edge that looks at a node. */
export function dockAt(
  layout: StageLayout,
  broker: NodeId,
  partition: PartitionId,
  facing: NodeId,
  lane: number,
): Point | null {
  const port = portOf(layout, broker, partition, facing, lane);
  if (port?.type !== 'side') return null;
  const other = portOf(layout, facing, partition, broker, lane);
  // Who has no card is not in this picture, and neither is what it waits for.
  if (!other && brokerOf(facing) === null) return null;
  if (other?.type === 'side')
    return sidePoint(port, gutterPair(port.broker, other.broker, lane)[0], lane);
  const x = other?.at.x ?? 0;
  return sidePoint(port, nearestGutter(layout, port.broker, x), lane);
}

function portOf(
  layout: StageLayout,
  node: NodeId,
  partition: PartitionId | null,
  other: NodeId,
  lane: number,
): Port | null {
  const id = brokerOf(node);
  if (id === null) return cardPort(layout, node, other, partition, lane);
  const broker = layout.brokers[id];
  if (!broker) return null;
  const row = partition === null || other === 'controller' ? undefined : broker.rows[partition];
  if (row) return { type: 'side', broker, row };
  const x = broker.x + broker.width * spreadOf(other) + lane * Math.min(16, broker.width * 0.08);
  return { type: 'edge', at: { x, y: broker.y }, channel: broker.band };
}

/** Where a broker's upper edge takes what is about no partition, by who sends it. */
function spreadOf(node: NodeId): number {
  if (node.startsWith('producer')) return 0.3;
  return node.startsWith('consumer') ? 0.7 : 0.5;
}

/** A card is left at its lower edge, as near as possible to where the message goes. */
function cardPort(
  layout: StageLayout,
  id: NodeId,
  other: NodeId,
  partition: PartitionId | null,
  lane: number,
): EdgePort | null {
  const card = layout.cards.places[id];
  if (!card) return null;
  const goal = goalX(layout, id, card, other, partition, lane);
  const shift = lane * Math.min(14, card.width * 0.05);
  const [least, most] = [card.x + CORNER + 14, right(card) - CORNER - 14];
  const x = goal >= least && goal <= most ? goal : clamp(goal, least, most) + shift;
  return { type: 'edge', at: { x, y: bottom(card) }, channel: card.band + 1 };
}

function goalX(
  layout: StageLayout,
  own: NodeId,
  card: Box,
  other: NodeId,
  partition: PartitionId | null,
  lane: number,
): number {
  const id = brokerOf(other);
  const place = id === null ? undefined : layout.brokers[id];
  if (!place) return centreX(card);
  const hasRow = partition !== null && own !== 'controller' && place.rows[partition] !== undefined;
  if (hasRow) {
    const gutter = layout.gutters[nearestGutter(layout, place, centreX(card))] ?? NO_LANE;
    return within(gutter, lane);
  }
  const port = portOf(layout, other, null, own, lane);
  return port?.type === 'edge' ? port.at.x : centreX(card);
}

function edgeToEdge(layout: StageLayout, a: EdgePort, b: EdgePort, lane: number) {
  const [ya, yb] = [channelY(layout, a.channel, lane), channelY(layout, b.channel, lane)];
  if (a.channel === b.channel) return [a.at, { x: a.at.x, y: ya }, { x: b.at.x, y: ya }, b.at];
  const x = within(passage(layout, (a.at.x + b.at.x) / 2, b.at.x), lane);
  return [a.at, { x: a.at.x, y: ya }, { x, y: ya }, { x, y: yb }, { x: b.at.x, y: yb }, b.at];
}

/** A gutter that leads from a channel to a lower one. With cards in several bands: an outer one. */
function passage(layout: StageLayout, middle: number, goal: number): Lane {
  const { gutters } = layout;
  const open = lastCardBand(layout) > 0 ? [gutters[0], gutters.at(-1)] : gutters;
  const lanes = open.filter((each) => each !== undefined);
  const far = ({ middle: x }: Lane) => Math.abs(x - middle) + Math.abs(x - goal);
  return lanes.reduce((best, each) => (far(each) < far(best) ? each : best), lanes[0] ?? NO_LANE);
}

function edgeToSide(layout: StageLayout, edge: EdgePort, side: SidePort, lane: number) {
  const y = channelY(layout, edge.channel, lane);
  const gutter = nearestGutter(layout, side.broker, edge.at.x);
  const x = within(layout.gutters[gutter] ?? NO_LANE, lane);
  const end = sidePoint(side, gutter, lane);
  const [start, way] = [
    [edge.at, { x: edge.at.x, y }],
    [{ x, y: end.y }, end],
  ];
  const last = lastCardBand(layout) + 1;
  const isOuter = gutter % (layout.gutters.length - 1) === 0;
  if (isOuter || edge.channel >= last) return [...start, { x, y }, ...way];
  // Around the cards below.
  const [around, below] = [
    within(passage(layout, edge.at.x, x), lane),
    channelY(layout, last, lane),
  ];
  return [...start, { x: around, y }, { x: around, y: below }, { x, y: below }, ...way];
}

function lastCardBand({ cards }: StageLayout): number {
  return Math.max(0, ...Object.values(cards.places).map((place) => place?.band ?? 0));
}

function sideToSide(layout: StageLayout, a: SidePort, b: SidePort, lane: number) {
  const [ga, gb] = gutterPair(a.broker, b.broker, lane);
  const [start, end] = [sidePoint(a, ga, lane), sidePoint(b, gb, lane)];
  const [xa, xb] = [ga, gb].map((gutter) => within(layout.gutters[gutter] ?? NO_LANE, lane));
  if (ga === gb || xa === undefined || xb === undefined) {
    const x = xa ?? start.x;
    return [start, { x, y: start.y }, { x, y: end.y }, end];
  }
  const y = channelY(layout, Math.max(a.broker.band, b.broker.band), lane);
  return [start, { x: xa, y: start.y }, { x: xa, y }, { x: xb, y }, { x: xb, y: end.y }, end];
}

/** The gutters at which two brokers look at each other; in one column, a side for each way. */
function gutterPair(a: BrokerPlace, b: BrokerPlace, lane: number): readonly [number, number] {
  if (a.column < b.column) return [a.column + 1, b.column];
  if (a.column > b.column) return [a.column, b.column + 1];
  const side = a.column + (lane > 0 ? 1 : 0);
  return [side, side];
}

function nearestGutter({ gutters }: StageLayout, broker: BrokerPlace, x: number): number {
  const [before, after] = [gutters[broker.column], gutters[broker.column + 1]];
  if (!before || !after) return broker.column;
  return Math.abs(before.middle - x) < Math.abs(after.middle - x)
    ? broker.column
    : broker.column + 1;
}

/** Where a gutter's message meets the row: high or low at its edge, by its lane. */
function sidePoint({ broker, row }: SidePort, gutter: number, lane: number): Point {
  const x = gutter === broker.column ? row.x : right(row);
  return { x, y: row.y + row.height * (0.5 + 0.36 * clamp(lane, -1, 1)) };
}

function channelY({ channels }: StageLayout, index: number, lane: number): number {
  return within(channels[index] ?? NO_LANE, lane);
}

function within({ middle, reach }: Lane, lane: number): number {
  return middle + clamp(lane, -1, 1) * reach;
}
