import { logEndOffset } from '../sim/broker/log';
import type { Event } from '../sim/event';
import { NO_LEADER, partitionIdsIn } from '../sim/ids';
import type { BrokerId, Offset, PartitionId } from '../sim/ids';
import { type EventOf, isLike } from '../sim/isLike';
import { promisesOf } from '../sim/promises';
import { isSettled } from '../sim/settled';
import type { World } from '../sim/world';

/** What a lesson may look at: the moment that is shown, and what has happened before it. */
export interface Facts {
  readonly world: World;
  /** Since the lesson began, oldest first. */
  readonly events: readonly Event[];
  /** Since its present step began, oldest first. */
  readonly since: readonly Event[];
}

/** Something that is so at a moment, or is not. */
export type Predicate = (facts: Facts) => boolean;

/** The controller decided on a leader, and that broker knows of it. */
export function leads(broker: BrokerId, partition: PartitionId): Predicate {
  return ({ world }) =>
    world.controller.image.partitions[partition]?.leader === broker &&
    world.brokers[broker]?.replicas[partition]?.role.type === 'leader';
}

/** Nobody leads the partition, by the controller's decision. */
export function isOffline(partition: PartitionId): Predicate {
  return ({ world }) => world.controller.image.partitions[partition]?.leader === -1;
}

/** The in-sync set is exactly this, by the controller's decision. */
export function inSyncIs(partition: PartitionId, ...brokers: readonly BrokerId[]): Predicate {
  return ({ world }) => {
    const inSync = world.controller.image.partitions[partition]?.inSync ?? [];
    return inSync.length === brokers.length && brokers.every((broker) => inSync.includes(broker));
  };
}

/** Log end offset of a replica; -1 where there is none. */
export function endOf({ world }: Facts, broker: BrokerId, partition: PartitionId): Offset {
  const log = world.brokers[broker]?.replicas[partition]?.log;
  return log === undefined ? -1 : logEndOffset(log);
}

/** High watermark that a replica knows; -1 where there is none. */
export function highWatermarkOf({ world }: Facts, broker: BrokerId, partition: PartitionId) {
  return world.brokers[broker]?.replicas[partition]?.highWatermark ?? -1;
}

/** An event like this has happened since the step began. */
export function happened<Type extends Event['type']>(
  type: Type,
  fields: Partial<EventOf<Type>> = {},
): Predicate {
  return ({ since }) => since.some((event) => isLike(event, type, fields));
}

/** An event like this has happened since the lesson began. */
export function everHappened<Type extends Event['type']>(
  type: Type,
  fields: Partial<EventOf<Type>> = {},
): Predicate {
  return ({ events }) => events.some((event) => isLike(event, type, fields));
}

/** Events that are like these, in this order, have happened since the step began. */
export function inOrder(...steps: readonly ((event: Event) => boolean)[]): Predicate {
  return ({ since }) => {
    let next = 0;
    for (const event of since) if (steps[next]?.(event)) next += 1;
    return next === steps.length;
  };
}

/** The broker serves: its process runs and the controller has let it in. */
export function serves(broker: BrokerId): Predicate {
  return ({ world }) => world.brokers[broker]?.lifecycle === 'RUNNING';
}

/** How many partitions each broker leads, by the controller's decision; of one topic or of all. */
export function leaderCounts(
  { world }: Facts,
  topic = '',
): { readonly [broker in BrokerId]?: number } {
  const { partitions } = world.controller.image;
  const counts: { [broker in BrokerId]?: number } = {};
  for (const id of partitionIdsIn(partitions)) {
    if (!id.startsWith(topic)) continue;
    const leader = partitions[id]?.leader ?? NO_LEADER;
    counts[leader] = (counts[leader] ?? 0) + 1;
  }
  return counts;
}

/** Nothing but routine is under way. */
export const settled: Predicate = ({ world }) => isSettled(world);

/** No acknowledged record has been lost so far. */
export const nothingLost: Predicate = ({ world }) => promisesOf(world).lost === 0;

/** At least one acknowledged record has been lost. */
export const somethingLost: Predicate = ({ world }) => promisesOf(world).lost > 0;

/** So many acknowledged records have been lost so far. */
export function lostIs(count: number): Predicate {
  return ({ world }) => promisesOf(world).lost === count;
}

/** All of them hold. */
export function all(...predicates: readonly Predicate[]): Predicate {
  return (facts) => predicates.every((holds) => holds(facts));
}

/** One of them holds. */
export function any(...predicates: readonly Predicate[]): Predicate {
  return (facts) => predicates.some((holds) => holds(facts));
}

/** It does not hold. */
export function not(predicate: Predicate): Predicate {
  return (facts) => !predicate(facts);
}
