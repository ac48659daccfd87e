import { NO_LEADER } from '../src/sim/ids';
import type { BrokerId, PartitionId } from '../src/sim/ids';
import type { World } from '../src/sim/world';

interface Cast {
  readonly leader: BrokerId | null;
  readonly followers: readonly BrokerId[];
}

const NOBODY: Cast = { leader: null, followers: [] };

/** Who plays which part for a partition; nobody while there is no such partition. */
export function castOf({ controller }: World, partition: PartitionId | null): Cast {
  const known = partition === null ? undefined : controller.image.partitions[partition];
  if (known === undefined) return NOBODY;
  // Without a leader the first replica plays its part: it may be down already.
  const leader = (known.leader === NO_LEADER ? known.replicas[0] : known.leader) ?? null;
  return { leader, followers: known.replicas.filter((broker) => broker !== leader) };
}
