import type { BrokerState } from '../../../sim/broker/state';
import { type PartitionId, partitionIdsIn, type Table } from '../../../sim/ids';
import { type Happened, NO_EFFECTS, type ReplicaEffects, replicaEffects } from './happenings';

type ByPartition = ReadonlyMap<PartitionId, readonly Happened[]>;

// Asked for every replica: each looks through what concerns its own partition.
const known = new WeakMap<readonly Happened[], ByPartition | null>();

const NOTHING: Table<PartitionId, ReplicaEffects> = {};

/** What recent events did to the replicas of a broker. The very same value when it was nothing. */
export function brokerEffects(
  events: readonly Happened[],
  { id, replicas }: Pick<BrokerState, 'id' | 'replicas'>,
): Table<PartitionId, ReplicaEffects> {
  if (events.length === 0) return NOTHING;
  const effects = partitionIdsIn(replicas)
    .map((partition) => {
      return [partition, replicaEffects(eventsAbout(events, partition), id, partition)] as const;
    })
    .filter(([, effect]) => effect !== NO_EFFECTS);
  return effects.length === 0 ? NOTHING : Object.fromEntries(effects);
}

function eventsAbout(events: readonly Happened[], partition: PartitionId): readonly Happened[] {
  const lists = known.has(events) ? known.get(events) : byPartition(events);
  known.set(events, lists ?? null);
  return lists ? (lists.get(partition) ?? []) : events;
}

/** Null where a directory failed, which concerns many: that is seldom. */
function byPartition(events: readonly Happened[]): ByPartition | null {
  const lists = new Map<PartitionId, Happened[]>();
  for (const each of events) {
    const { event } = each;
    if (event.type === 'logDirectoryFailed') return null;
    if (!('partition' in event) || event.partition === null) continue;
    const list = lists.get(event.partition);
    if (list) list.push(each);
    else lists.set(event.partition, [each]);
  }
  return lists;
}
