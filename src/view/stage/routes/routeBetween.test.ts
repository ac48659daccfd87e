import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brokerNode, type NodeId, type PartitionId, partitionId } from '../../../sim/ids';
import { stageRequest } from '../fixture/stageRequest';
import { type Box, isWithin, overlaps, type Point } from '../layout/geometry';
import { layoutStage } from '../layout/layoutStage';
import type { StageLayout } from '../layout/stageLayout';
import { pathData, pointAt, type Route } from './route';
import { dockAt, routeBetween } from './routeBetween';
import { effort } from '../../../../test/properties/effort';

interface Trip {
  readonly layout: StageLayout;
  readonly from: NodeId;
  readonly to: NodeId;
  readonly partition: PartitionId | null;
  readonly lane: number;
}

const EFFORT = effort(400, 5_000);
const LANES = [-1, -0.6, -0.2, 0, 0.3, 0.7, 1];

const trips: fc.Arbitrary<Trip> = fc
  .record({
    width: fc.integer({ min: 340, max: 1700 }),
    height: fc.integer({ min: 200, max: 1000 }),
    brokers: fc.integer({ min: 1, max: 9 }),
    partitions: fc.integer({ min: 1, max: 12 }),
    copies: fc.integer({ min: 1, max: 9 }),
    producers: fc.integer({ min: 1, max: 3 }),
    consumers: fc.integer({ min: 1, max: 3 }),
    ends: fc.tuple(fc.nat(), fc.nat()),
    about: fc.option(fc.nat()),
    lane: fc.constantFrom(...LANES),
  })
  .map(({ ends, about, lane, ...counts }) => {
    const copies = Math.min(counts.copies, counts.brokers);
    const request = stageRequest({ ...counts, copies });
    const layout = layoutStage(request);
    const brokers = Array.from({ length: counts.brokers }, (_, n) => brokerNode(n + 1));
    const all: NodeId[] = [...brokers, 'controller'];
    all.push(...request.clients);
    const from = all[ends[0] % all.length] ?? 'controller';
    const others = from.startsWith('broker') ? all : brokers;
    const rest = others.filter((each) => each !== from);
    const to = rest[ends[1] % rest.length] ?? 'controller';
    const partition = about === null ? null : partitionId('orders', about % counts.partitions);
    return { layout, from, to, partition, lane };
  });

describe('whatever the stage and the two ends', () => {
  const holds = (property: (route: Route, trip: Trip) => void) =>
    fc.assert(
      fc.property(trips, (trip) => property(routeOf(trip), trip)),
      EFFORT,
    );

  it('a route crosses no box but those of its two ends', () => {
    holds((route, { layout, from, to }) => {
      const ends = new Set([placeOf(layout, from), placeOf(layout, to)]);
      const others = allBoxes(layout).filter((each) => !ends.has(each));
      expect(crossings(route, others)).toEqual([]);
    });
  });

  it('a route crosses no replica, not even of its ends, and no header', () => {
    holds((route, { layout }) => {
      const brokers = Object.values(layout.brokers).filter((each) => each !== undefined);
      const boxes = brokers.flatMap(({ header, rows }) => [header, ...Object.values(rows)]);
      expect(
        crossings(
          route,
          boxes.filter((each) => each !== undefined),
        ),
      ).toEqual([]);
    });
  });

  it('a route stays on the stage and runs along the axes', () => {
    holds((route, { layout }) => {
      const stage = { x: 0, y: 0, width: layout.width, height: layout.height };
      for (const piece of piecesOf(route)) {
        expect(isWithin(piece, stage)).toBe(true);
        expect(Math.min(piece.width, piece.height)).toBeLessThan(0.01);
      }
    });
  });

  it('the way back lies in another lane and ends at the same two boxes', () => {
    holds((route, { layout, from, to, partition, lane }) => {
      const back = routeBetween(layout, to, from, partition, -lane);
      expect(back).not.toBeNull();
      expect(pointAt(route, 0)).not.toEqual(pointAt(route, 1));
    });
  });
});

it('a route past two rows of cards keeps out of both, also where brokers are narrower', () => {
  const counts = { brokers: 1, partitions: 1, copies: 1, producers: 3, consumers: 3 };
  const layout = layoutStage(stageRequest({ ...counts, width: 765, height: 736 }));
  const route = routeBetween(layout, 'producer-1', 'broker-1', null, 0);
  if (!route) throw new Error('There is no way.');
  const { controller } = layout.cards.places;
  expect(crossings(route, controller ? [controller] : [])).toEqual([]);
});

describe('a route on a wide stage', () => {
  const layout = layoutStage(stageRequest({ width: 1214, height: 592, brokers: 3, partitions: 3 }));

  it('between neighbours stays in the gutter between them', () => {
    const { corners } = routeOf({
      layout,
      from: 'broker-3',
      to: 'broker-2',
      partition: 'orders-0',
      lane: -0.5,
    });
    expect(corners[0]?.x).toBe(layout.brokers[3]?.rows['orders-0']?.x);
    expect(corners).toHaveLength(2);
  });

  it('from the controller to the broker below it is straight', () => {
    const trip = { layout, from: 'controller', to: 'broker-2', partition: null, lane: 0 } as const;
    expect(routeOf(trip).corners).toHaveLength(2);
  });

  it('ends where a parked fetch docks', () => {
    const trip = { layout, from: 'broker-3', to: 'broker-2', partition: 'orders-0' } as const;
    const route = routeOf({ ...trip, lane: -0.5 });
    expect(dockAt(layout, 'broker-2', 'orders-0', 'broker-3', -0.5)).toEqual(pointAt(route, 1));
  });

  it('is drawn with rounded corners', () => {
    const trip = { layout, from: 'producer-1', to: 'broker-2', partition: 'orders-1', lane: 0 };
    expect(
      pathData(routeOf({ ...trip, from: 'producer-1', to: 'broker-2', partition: null })),
    ).toMatch(/^M[\d.]+ [\d.]+L.*Q.*L[\d.]+ [\d.]+$/);
  });
});

function routeOf({ layout, from, to, partition, lane }: Trip): Route {
  const route = routeBetween(layout, from, to, partition, lane);
  if (!route) throw new Error(`No route from ${from} to ${to}.`);
  return route;
}

function piecesOf({ corners }: Route): readonly Box[] {
  return corners.slice(1).map((to, at) => {
    const from: Point = corners[at] ?? to;
    const [x, y] = [Math.min(from.x, to.x), Math.min(from.y, to.y)];
    return { x, y, width: Math.abs(to.x - from.x), height: Math.abs(to.y - from.y) };
  });
}

/** Boxes into whose inside a route leads. */
function crossings(route: Route, boxes: readonly Box[]): readonly Box[] {
  const pieces = piecesOf(route);
  return boxes.filter((box) => pieces.some((piece) => overlaps(piece, shrunk(box))));
}

function placeOf(layout: StageLayout, node: NodeId): Box | undefined {
  const card = layout.cards.places[node];
  if (card) return card;
  return layout.brokers[Number(node.slice('broker-'.length))];
}

function allBoxes(layout: StageLayout): readonly Box[] {
  const cards = Object.values(layout.cards.places).filter((each) => each !== undefined);
  const brokers = Object.values(layout.brokers).filter((each) => each !== undefined);
  return [...cards, ...brokers];
}

/** Without its edge, where routes may end. */
function shrunk({ x, y, width, height }: Box): Box {
  return { x: x + 1, y: y + 1, width: width - 2, height: height - 2 };
}
