import type { BrokerState } from '../../../sim/broker/state';
import { type PartitionId, partitionIdsIn, type Table } from '../../../sim/ids';
import { type Happened, NO_EFFECTS, type ReplicaEffects, replicaEffects } from './happenings';

const NOTHING: Table<PartitionId, ReplicaEffects> = {};

/** What recent events did to the replicas of a broker. The very same value when it was nothing. */
export function brokerEffects(
  events: readonly Happened[],
  { id, replicas }: Pick<BrokerState, 'id' | 'replicas'>,
): Table<PartitionId, ReplicaEffects> {
  if (events.length === 0) return NOTHING;
  const effects = partitionIdsIn(replicas)
    .map((partition) => [partition, replicaEffects(events, id, partition)] as const)
    .filter(([, effect]) => effect !== NO_EFFECTS);
  return effects.length === 0 ? NOTHING : Object.fromEntries(effects);
}
