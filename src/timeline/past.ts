import { concernsBroker } from '../sim/concerns';
import type { Event } from '../sim/event';
import type { BrokerId, PartitionId } from '../sim/ids';
import { type EventOf, isLike } from '../sim/isLike';
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

/**
 * The latest deed of a person against a broker, or against a link of it to other servers, before a
 * number; none from which it had recovered by then: it led a partition, or was in sync, again.
 */
export function latestHarm(
  past: Past,
  { broker, partition }: { readonly broker: BrokerId; readonly partition: PartitionId },
  before: number,
): Happening | undefined {
  const well = lastWell(past, { broker, partition }, before);
  return past.happenings.findLast(
    ({ event, number }) =>
      number < before &&
      isHarm(event) &&
      concernsBroker(event, broker) &&
      !isOfClient(event) &&
      (number > well || goesOnUntil(past, { event, number }, before)),
  );
}

/** The number of the last event by which a broker came to lead a partition, or in sync; 0: none. */
export function lastWell(
  past: Past,
  { broker, partition }: { readonly broker: BrokerId; readonly partition: PartitionId },
  before: number,
): number {
  const led = latest(
    past,
    'becameLeader',
    (one) => one.broker === broker && one.partition === partition,
    before,
  );
  const joined = latest(
    past,
    'inSyncReplicasChanged',
    (one) => one.partition === partition && one.to.includes(broker) && !one.from.includes(broker),
    before,
  );
  return Math.max(led?.number ?? 0, joined?.number ?? 0);
}

// A slow disk and a cut link do harm as long as they last, however well it went at first.
function goesOnUntil(
  past: Past,
  { event, number }: Pick<Happening, 'event' | 'number'>,
  before: number,
): boolean {
  const later = past.happenings.slice(number, before - 1);
  if (event.type === 'diskSlowed') {
    return !later.some((one) => isLike(one.event, 'diskSlowed', { broker: event.broker }));
  }
  if (event.type !== 'linkCut') return false;
  const ends = [event.from, event.to];
  return !later.some(
    ({ event: one }) =>
      one.type === 'linkHealed' && ends.includes(one.from) && ends.includes(one.to),
  );
}

// Those whom it serves do not decide on it.
function isOfClient(event: Event): boolean {
  if (event.type !== 'linkCut') return false;
  return [event.from, event.to].some((end) => /^(?:producer|consumer)/.test(end));
}

/** Whether an event is what a person did, and no consequence of it. */
export function isDeed(event: Event): boolean {
  if (event.type === 'messageLost') return event.because === 'dropped';
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
  'reassignmentCancelled',
  'disksReplaced',
  'messageHeld',
  'messageReleased',
  'messageDuplicated',
  'messageHastened',
]);

const HARMS: ReadonlySet<Event['type']> = new Set([
  'powerLost',
  'instanceLost',
  'disksReplaced',
  'brokerPaused',
  'logDirectoryFailed',
  'linkCut',
]);

function isHarm(event: Event): boolean {
  if (event.type === 'brokerCrashed') return event.because === 'killed';
  if (event.type === 'shutdownBegan') return event.because === 'told';
  if (event.type === 'diskSlowed') return event.msPerRecord > 0;
  return HARMS.has(event.type);
}

function isOf<Type extends Event['type']>(
  happening: Happening,
  type: Type,
): happening is HappeningOf<Type> {
  return happening.event.type === type;
}
