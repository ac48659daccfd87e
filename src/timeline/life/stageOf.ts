import type { Event } from '../../sim/event';
import { type BrokerId, brokerNode, type Offset, type PartitionId } from '../../sim/ids';
import type { Happened } from './chronicle';
import type { Sending } from './sendings';
import type { Stage, StageKind } from './stage';

/** What is known of a record while its life is gone through, event by event. */
export interface Followed {
  readonly id: number;
  readonly partition: PartitionId;
  /** Where it stands: its offsets on each broker that has it. */
  readonly places: Map<BrokerId, readonly Offset[]>;
  /** Which leaders have counted which followers. */
  readonly counted: Set<string>;
  /** The requests with which it was sent. */
  readonly flightIds: ReadonlySet<number>;
}

type Part = Pick<Stage, 'kind' | 'who' | 'other'>;
type Of<Type extends Event['type']> = Extract<Event, { readonly type: Type }>;
type Naming = Extract<Event, { readonly recordIds: readonly number[] }>;

/** A record that stands nowhere yet. */
export function followedFrom(
  { recordId: id, partition }: Of<'recordProduced'>,
  sendings: readonly Sending[],
): Followed {
  const flightIds = new Set(sendings.map(({ flight }) => flight.id));
  return { id, partition, places: new Map(), counted: new Set(), flightIds };
}

/** What an event did to a record; null when it did nothing. Notes where the record stands then. */
export function stageOf(happened: Happened, followed: Followed): Stage | null {
  const part = partOf(happened.event, followed);
  return part === null ? null : { ...happened, ...part, flight: null };
}

function partOf(event: Event, followed: Followed): Part | null {
  if ('recordIds' in event) return namedPart(event, followed);
  if ('partition' in event && event.partition !== followed.partition) return null;
  switch (event.type) {
    case 'recordProduced':
      if (event.recordId !== followed.id) return null;
      return { kind: 'produced', who: event.producer, other: null };
    case 'messageLost':
    case 'messageHeld':
    case 'messageReleased':
    case 'messageHastened':
    case 'messageDuplicated':
      if (!followed.flightIds.has(event.flightId)) return null;
      return { kind: ON_THE_WIRE[event.type], who: event.to, other: event.from };
    case 'followerCounted':
      return countedPart(event, followed);
    case 'highWatermarkAdvanced':
    case 'followerHighWatermarkMoved':
      return committedPart(event, followed);
    case 'leaderElected': {
      const { places } = followed;
      const isPassedOver = places.size > 0 && !places.has(event.leader);
      return isPassedOver
        ? { kind: 'passedOver', who: brokerNode(event.leader), other: null }
        : null;
    }
    case 'brokerCrashed':
    case 'powerLost':
    case 'instanceLost':
    case 'disksReplaced':
    case 'replicaDeleted':
    case 'logDirectoryFailed':
      return copyPart(event, followed);
    default:
      return null;
  }
}

/** What happens to the request with a record. */
const ON_THE_WIRE = {
  messageLost: 'diedOnTheWay',
  messageHeld: 'held',
  messageReleased: 'letGo',
  messageHastened: 'hastened',
  messageDuplicated: 'doubled',
} as const;

/** What happens to the records that an event names. */
const KINDS: { readonly [Type in Naming['type']]: StageKind } = {
  recordsAppended: 'appended',
  duplicateAppended: 'appendedAgain',
  duplicateFound: 'found',
  produceRefused: 'refused',
  produceRetried: 'retried',
  deliveryFailed: 'failed',
  recordsAcknowledged: 'acknowledged',
  recordsReplicated: 'fetched',
  recordsConsumed: 'read',
  logTruncated: 'truncated',
  unflushedRecordsLost: 'lostUnflushed',
  promiseBroken: 'promiseBroken',
};

function namedPart(event: Naming, followed: Followed): Part | null {
  const nth = event.recordIds.indexOf(followed.id);
  if (nth < 0) return null;
  noteWhere(event, nth, followed);
  const kind = KINDS[event.type];
  const broker = 'broker' in event ? brokerNode(event.broker) : null;
  switch (event.type) {
    case 'produceRetried':
    case 'deliveryFailed':
    case 'recordsAcknowledged':
      return { kind, who: event.producer, other: broker };
    case 'recordsConsumed':
      return { kind, who: event.consumer, other: broker };
    case 'recordsReplicated':
    case 'logTruncated':
      return { kind, who: brokerNode(event.broker), other: brokerNode(event.leader) };
    case 'promiseBroken':
      return { kind, who: brokerNode(event.leader), other: null };
    case 'recordsAppended':
    case 'duplicateAppended':
    case 'duplicateFound':
    case 'produceRefused':
    case 'unflushedRecordsLost':
      return { kind, who: brokerNode(event.broker), other: null };
    default:
      return event satisfies never;
  }
}

function noteWhere(event: Naming, nth: number, { places }: Followed): void {
  if (event.type === 'recordsAppended' || event.type === 'recordsReplicated') {
    const offset = event.baseOffset + nth;
    places.set(event.broker, [...(places.get(event.broker) ?? []), offset]);
  }
  if (event.type === 'logTruncated' || event.type === 'unflushedRecordsLost') {
    const left = (places.get(event.broker) ?? []).filter((offset) => offset < event.to);
    if (left.length > 0) places.set(event.broker, left);
    else places.delete(event.broker);
  }
}

// Said once by each leader of each follower that has the record, until one of them loses it.
function countedPart(event: Of<'followerCounted'>, { places, counted }: Followed): Part | null {
  const { broker, follower, logEndOffset } = event;
  const key = `${broker} ${follower}`;
  const has = (id: BrokerId): boolean => places.get(id)?.some((at) => at < logEndOffset) ?? false;
  if (!has(broker) || !has(follower)) {
    counted.delete(key);
    return null;
  }
  if (counted.has(key)) return null;
  counted.add(key);
  return { kind: 'counted', who: brokerNode(broker), other: brokerNode(follower) };
}

function committedPart(
  event: Of<'highWatermarkAdvanced' | 'followerHighWatermarkMoved'>,
  { places }: Followed,
): Part | null {
  const isPassed = (offset: Offset): boolean => event.from <= offset && offset < event.to;
  if (!(places.get(event.broker) ?? []).some(isPassed)) return null;
  const kind = event.type === 'highWatermarkAdvanced' ? 'committed' : 'heard';
  return { kind, who: brokerNode(event.broker), other: null };
}

type CopyEvent = Of<
  | 'brokerCrashed'
  | 'powerLost'
  | 'instanceLost'
  | 'disksReplaced'
  | 'replicaDeleted'
  | 'logDirectoryFailed'
>;

function copyPart(event: CopyEvent, { partition, places }: Followed): Part | null {
  const { broker } = event;
  if (!places.has(broker)) return null;
  const part = { who: brokerNode(broker), other: null };
  switch (event.type) {
    case 'brokerCrashed':
    case 'powerLost':
      return { kind: 'holderDown', ...part };
    case 'logDirectoryFailed':
      return event.partitions.includes(partition) ? { kind: 'copyUnreadable', ...part } : null;
    case 'instanceLost':
    case 'disksReplaced':
    case 'replicaDeleted':
      places.delete(broker);
      return { kind: 'copyGone', ...part };
    default:
      return event satisfies never;
  }
}
