import { brokerIdsIn, brokerNode, type NodeId, type PartitionId } from '../../../sim/ids';
import type { FetchSession } from '../../../sim/broker/state';
import type { World } from '../../../sim/world';
import type { Point } from '../layout/geometry';
import type { StageLayout } from '../layout/stageLayout';
import { dockAt } from '../routes/routeBetween';
import { laneOf } from './lane';

/** Rings nearer than this would hide each other. */
const RING_PITCH = 8;

/** A fetch that waits at a leader, at one of the partitions that it asked for. */
export interface Docked {
  readonly key: string;
  readonly leader: NodeId;
  readonly from: NodeId;
  readonly partition: PartitionId;
  readonly title: string;
  readonly lane: number;
}

/** Every parked fetch, once for each of its partitions. */
export function dockedFetches({ brokers }: Pick<World, 'brokers'>): readonly Docked[] {
  return brokerIdsIn(brokers).flatMap((id) => {
    const sessions = Object.values(brokers[id]?.sessions ?? {}).filter(
      (each) => each !== undefined,
    );
    return sessions
      .filter(({ parked }) => parked !== null)
      .flatMap((each) => dockedOf(brokerNode(id), each));
  });
}

export interface PlacedDock {
  readonly docked: Docked;
  readonly place: Point;
}

/** Where they are on the stage. Where rows are low, several stand for each other. */
export function placeDocked(layout: StageLayout, docked: readonly Docked[]): readonly PlacedDock[] {
  const placed: PlacedDock[] = [];
  for (const each of docked) {
    const { leader, partition, from, lane } = each;
    const place = dockAt(layout, leader, partition, from, lane);
    if (place && !placed.some((other) => isNear(other.place, place)))
      placed.push({ docked: each, place });
  }
  return placed;
}

function isNear(a: Point, b: Point): boolean {
  return Math.abs(a.x - b.x) < RING_PITCH && Math.abs(a.y - b.y) < RING_PITCH;
}

function dockedOf(
  leader: NodeId,
  { node, partitions, positions }: FetchSession,
): readonly Docked[] {
  const lane = laneOf({ from: node, to: leader, message: { type: 'fetchRequest' } });
  return partitions.map((partition) => {
    const offset = positions[partition]?.fetchOffset;
    const title = `A fetch of ${node} waits here for offset ${offset ?? 'unknown'}`;
    return { key: `${leader} ${node} ${partition}`, leader, from: node, partition, title, lane };
  });
}
