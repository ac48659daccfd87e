import { concernsBroker } from '../sim/concerns';
import type { Event } from '../sim/event';
import type { BrokerId, PartitionId } from '../sim/ids';
import type { EventOf } from '../sim/isLike';
import { rowsOf } from '../sim/table';
import type { World } from '../sim/world';
import type { Happening } from './mark';
import { frame, happeningsUntil, type Recording } from './recording';

/** A happening whose event is of one type. */
export type HappeningOf<Type extends Event['type']> = Happening & {
  readonly event: EventOf<Type>;
};

/** What had happened before an event, the newest last. */
export interface Past {
  readonly recording: Recording;
  readonly happenings: readonly Happening[];
}

/** All that happened before an event, of the same frame, too. */
export function pastOf(recording: Recording, { index, number }: Happening): Past {
  const happenings = happeningsUntil(recording, index);
  return { recording, happenings: happenings.slice(0, number - 1) };
}

/** The latest event of a type that is like this, before a number; undefined when there is none. */
export function latest<Type extends Event['type']>(
  { happenings }: Past,
  type: Type,
  isLike: (event: EventOf<Type>) => boolean,
  before: number = Infinity,
): HappeningOf<Type> | undefined {
  for (let at = Math.min(happenings.length, before - 1) - 1; at >= 0; at -= 1) {
    const happening = happenings[at];
    if (happening && isOf(happening, type) && isLike(happening.event)) return happening;
  }
  return undefined;
}

/** The latest deed of a person against a broker, or against a link of it, before a number. */
export function latestHarm(
  { happenings }: Past,
  broker: BrokerId,
  before: number,
): Happening | undefined {
  return happenings.findLast(
    ({ event, number }) => number < before && isHarm(event) && concernsBroker(event, broker),
  );
}

/** Whether an event is what a person did, and no consequence of it. */
export function isDeed(event: Event): boolean {
  return isHarm(event) || CHANGES.has(event.type);
}

/** Brokers that have a record in their log at a frame, in the order of their ids. */
export function holdersOf(
  recording: Recording,
  index: number,
  partition: PartitionId,
  recordId: number,
): readonly BrokerId[] {
  return rowsOf(worldAt(recording, index).brokers)
    .filter(({ replicas }) => replicas[partition]?.log.records.some(({ id }) => id === recordId))
    .map(({ id }) => id);
}

/** The cluster in a frame. */
export function worldAt(recording: Recording, index: number): World {
  return frame(recording, index).world;
}

const CHANGES: ReadonlySet<Event['type']> = new Set([
  'acksChanged',
  'idempotenceChanged',
  'uncleanLeaderElectionChanged',
  'minInsyncReplicasChanged',
  'reassignmentStarted',
  'disksReplaced',
]);

const HARMS: ReadonlySet<Event['type']> = new Set([
  'powerLost',
  'instanceLost',
  'disksReplaced',
  'brokerPaused',
  'diskSlowed',
  'logDirectoryFailed',
  'linkCut',
]);

function isHarm(event: Event): boolean {
  if (event.type === 'brokerCrashed') return event.because === 'killed';
  if (event.type === 'shutdownBegan') return event.because === 'told';
  return HARMS.has(event.type);
}

function isOf<Type extends Event['type']>(
  happening: Happening,
  type: Type,
): happening is HappeningOf<Type> {
  return happening.event.type === type;
}
