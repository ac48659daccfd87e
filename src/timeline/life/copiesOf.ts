import { type BrokerId, brokerIdsIn, type Offset, type PartitionId } from '../../sim/ids';
import type { World } from '../../sim/world';

/** Where a record stands: the brokers that have it at one offset, of one leader epoch. */
export interface Copies {
  readonly offset: Offset;
  readonly leaderEpoch: number;
  readonly brokers: readonly BrokerId[];
}

/** Every place at which a record stands in some log, whether anybody serves that log or not. */
export function copiesOf(
  { brokers }: World,
  { recordId, partition }: { readonly recordId: number; readonly partition: PartitionId },
): readonly Copies[] {
  const copies = new Map<string, Copies>();
  for (const broker of brokerIdsIn(brokers)) {
    const records = brokers[broker]?.replicas[partition]?.log.records ?? [];
    for (const { id, offset, leaderEpoch } of records) {
      if (id !== recordId) continue;
      const key = `${leaderEpoch} ${offset}`;
      const others = copies.get(key)?.brokers ?? [];
      copies.set(key, { offset, leaderEpoch, brokers: [...others, broker] });
    }
  }
  return [...copies.values()];
}
