import { hasLostData } from '../dataLoss';
import type { Replica } from '../broker/state';
import type { PartitionRegistration } from '../controller/state';
import { partitionIdsIn } from '../ids';
import type { BrokerId, PartitionId } from '../ids';
import { rowOf, rowsOf } from '../table';
import type { World } from '../world';

/** A replica and the broker that holds it. */
export interface PlacedReplica {
  readonly broker: BrokerId;
  readonly replica: Replica;
}

/** The first fault that any partition has, null when none has one. */
export function inEachPartition(
  world: World,
  fault: (partition: PartitionId, registration: PartitionRegistration) => string | null,
): string | null {
  const { partitions } = world.controller.image;
  for (const id of partitionIdsIn(partitions)) {
    const found = fault(id, rowOf(partitions, id));
    if (found !== null) return `${id}: ${found}`;
  }
  return null;
}

/** All copies of a partition, by ascending broker. */
export function copiesOf(world: World, partition: PartitionId): readonly PlacedReplica[] {
  return rowsOf(world.brokers).flatMap(({ id, replicas }) => {
    const replica = replicas[partition];
    return replica === undefined ? [] : [{ broker: id, replica }];
  });
}

/** The condition of all that is said of committed records: see `mayLackCommitted`. */
export const NOTHING_IS_LOST = 'nobody elected uncleanly and no disk or loss of power took records';

/** Who may be elected cleanly: in sync, or eligible (KIP-966). */
export function successorsOf(world: World, partition: PartitionId): readonly BrokerId[] {
  const registration = world.controller.image.partitions[partition];
  return [...(registration?.inSync ?? []), ...(registration?.eligible ?? [])];
}

/**
 * Whether what was committed may be missing: a leader was elected that may lack it, or a replica
 * lost records that it had (semantics of Kafka: replication protects from neither on its own).
 */
export function mayLackCommitted(world: World, partition: PartitionId): boolean {
  const wasUnclean = (world.controller.uncleanElections[partition] ?? 0) > 0;
  return wasUnclean || hasLostData(world, partition);
}
