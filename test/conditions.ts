import type { Event } from '../src/sim/event';
import type { BrokerId, PartitionId } from '../src/sim/ids';
import { logEndOffset } from '../src/sim/broker/log';
import { type EventOf, isLike } from '../src/sim/isLike';
import { isSettled } from '../src/sim/settled';
import type { World } from '../src/sim/world';

/** What a condition may look at: the moment, and all that has happened up to it. */
export interface Moment {
  readonly world: World;
  readonly events: readonly Event[];
  /** Events since the last deed. */
  readonly recent: readonly Event[];
}

/** Something to wait for, and how to say it when it never comes. */
export interface Condition {
  readonly says: string;
  readonly holds: (moment: Moment) => boolean;
}

/** The record with a value was acknowledged. */
export function acknowledged(value: string): Condition {
  return {
    says: `record ${value} is acknowledged`,
    holds: ({ events }) => mentions(events, 'recordsAcknowledged', value),
  };
}

/** The producer gave the record with a value up. */
export function failed(value: string): Condition {
  return {
    says: `record ${value} has failed`,
    holds: ({ events }) => mentions(events, 'deliveryFailed', value),
  };
}

/** The consumer has read the record with a value. */
export function consumed(value: string): Condition {
  return {
    says: `record ${value} is consumed`,
    holds: ({ events }) => mentions(events, 'recordsConsumed', value),
  };
}

/** The controller decided on a leader, and that broker knows of it. */
export function leaderIs(partition: PartitionId, leader: BrokerId): Condition {
  return {
    says: `broker ${leader} leads ${partition}`,
    holds: ({ world }) =>
      world.controller.image.partitions[partition]?.leader === leader &&
      world.brokers[leader]?.replicas[partition]?.role.type === 'leader',
  };
}

/** The in-sync set is what the controller says it is. */
export function inSyncIs(partition: PartitionId, ...inSync: readonly BrokerId[]): Condition {
  return {
    says: `[${inSync.join(', ')}] are in sync in ${partition}`,
    holds: ({ world }) => {
      const now = world.controller.image.partitions[partition]?.inSync ?? [];
      return now.length === inSync.length && inSync.every((broker) => now.includes(broker));
    },
  };
}

/** The controller has taken a broker out. */
export function fenced(broker: BrokerId): Condition {
  return {
    says: `broker ${broker} is fenced`,
    holds: ({ world }) => world.controller.image.brokers[broker]?.fenced === true,
  };
}

/** A broker's process serves. */
export function running(broker: BrokerId): Condition {
  return {
    says: `broker ${broker} is running`,
    holds: ({ world }) => world.brokers[broker]?.lifecycle === 'RUNNING',
  };
}

/** A broker's copy of a partition has so many records. */
export function hasRecords(broker: BrokerId, partition: PartitionId, count: number): Condition {
  return {
    says: `broker ${broker} has ${count} records of ${partition}`,
    holds: ({ world }) => {
      const log = world.brokers[broker]?.replicas[partition]?.log;
      return log !== undefined && logEndOffset(log) === count;
    },
  };
}

/** An event like this has happened since the last deed. */
export function happened<Type extends Event['type']>(
  type: Type,
  fields: Partial<EventOf<Type>> = {},
): Condition {
  return {
    says: `${type} ${JSON.stringify(fields)} has happened`,
    holds: ({ recent }) => recent.some((event) => isLike(event, type, fields)),
  };
}

/** Nothing but routine is under way. */
export const settled: Condition = {
  says: 'the cluster has settled',
  holds: ({ world }) => isSettled(world),
};

function mentions(
  events: readonly Event[],
  type: 'recordsAcknowledged' | 'deliveryFailed' | 'recordsConsumed',
  value: string,
): boolean {
  const produced = events.find((each) => each.type === 'recordProduced' && each.value === value);
  if (produced?.type !== 'recordProduced') return false;
  return events.some((each) => each.type === type && each.recordIds.includes(produced.recordId));
}
