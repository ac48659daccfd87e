import type { Event } from '../../../sim/event';
import type { BrokerId, Offset, PartitionId } from '../../../sim/ids';

/** Story seconds for which what happened stays visible. */
export const EFFECT_SECONDS = 0.9;

/** An event and the story second at which it happened. */
export interface Happened {
  readonly event: Event;
  readonly story: number;
}

/** What happened to one replica a moment ago. */
export interface ReplicaEffects {
  /** Offsets from `from` up to `to`, exclusive. */
  readonly arrived: readonly Span[];
  readonly truncated: readonly Span[];
  /** The high watermark moved. */
  readonly highWatermark: Span | null;
  /** When its part changed: leader, follower, in or out of sync. */
  readonly roleChangedAt: number | null;
}

export interface Span {
  readonly from: Offset;
  readonly to: Offset;
  /** Story second. */
  readonly at: number;
}

export const NO_EFFECTS: ReplicaEffects = {
  arrived: [],
  truncated: [],
  highWatermark: null,
  roleChangedAt: null,
};

// By the last of the events: while they are the same, nothing is drawn anew. An event concerns few
// replicas, and all are kept for as long as the run: a list is the smallest that will do.
const known = new WeakMap<Happened, readonly KnownEffects[]>();

interface KnownEffects {
  readonly replica: string;
  readonly first: Happened;
  readonly count: number;
  readonly effects: ReplicaEffects;
}

/** What recent events did to a replica. The very same value while no other event does. */
export function replicaEffects(
  events: readonly Happened[],
  broker: BrokerId,
  partition: PartitionId,
): ReplicaEffects {
  const own = events.filter(({ event }) => concerns(event, broker, partition));
  const [first, last] = [own[0], own.at(-1)];
  if (!first || !last) return NO_EFFECTS;
  const replica = `${broker} ${partition}`;
  const all = known.get(last) ?? [];
  const before = all.find((one) => one.replica === replica);
  if (before?.first === first && before.count === own.length) return before.effects;
  const effects = own.reduce(withEvent, NO_EFFECTS);
  const others = all.filter((one) => one !== before);
  known.set(last, [...others, { replica, first, count: own.length, effects }]);
  return effects;
}

/** When a broker's process was last seen to go or to come, among recent events. */
export function lifecycleChangedAt(events: readonly Happened[], broker: BrokerId): number | null {
  const changes = events.filter(
    ({ event }) => 'broker' in event && event.broker === broker && LIFECYCLE.includes(event.type),
  );
  return changes.at(-1)?.story ?? null;
}

const LIFECYCLE: readonly Event['type'][] = [
  'brokerAdded',
  'brokerCrashed',
  'brokerFenced',
  'brokerPaused',
  'brokerResumed',
  'brokerStarted',
  'brokerStopped',
  'brokerUnfenced',
  'disksReplaced',
  'instanceLost',
  'logDirectoryFailed',
  'powerLost',
];

function concerns(event: Event, broker: BrokerId, partition: PartitionId): boolean {
  switch (event.type) {
    case 'recordsAppended':
    case 'recordsReplicated':
    case 'logTruncated':
    case 'unflushedRecordsLost':
    case 'highWatermarkAdvanced':
    case 'followerHighWatermarkMoved':
    case 'becameLeader':
      return event.broker === broker && event.partition === partition;
    case 'logDirectoryFailed':
      return event.broker === broker && event.partitions.includes(partition);
    case 'reassignmentStarted':
    case 'reassignmentCompleted':
    case 'reassignmentCancelled':
      return event.partition === partition;
    case 'leaderElected':
      return event.partition === partition && (event.leader === broker || event.from === broker);
    case 'inSyncReplicasChanged':
      return (
        event.partition === partition && event.from.includes(broker) !== event.to.includes(broker)
      );
    default:
      return false;
  }
}

function withEvent(effects: ReplicaEffects, { event, story }: Happened): ReplicaEffects {
  switch (event.type) {
    case 'recordsAppended':
    case 'recordsReplicated': {
      const span = { from: event.baseOffset, to: event.lastOffset + 1, at: story };
      return { ...effects, arrived: [...effects.arrived, span] };
    }
    case 'logTruncated':
    case 'unflushedRecordsLost': {
      const span = { from: event.to, to: event.from, at: story };
      return { ...effects, truncated: [...effects.truncated, span] };
    }
    case 'highWatermarkAdvanced':
    case 'followerHighWatermarkMoved':
      return { ...effects, highWatermark: { from: event.from, to: event.to, at: story } };
    default:
      return { ...effects, roleChangedAt: story };
  }
}
