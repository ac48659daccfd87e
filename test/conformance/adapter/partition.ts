import type { PartitionRegistration } from '../../../src/sim/controller/state';

/** A partition as the vectors write it. */
export interface VectorPartition {
  readonly replicas: readonly number[];
  readonly isr: readonly number[];
  readonly elr: readonly number[];
  readonly lastKnownElr: readonly number[];
  readonly adding: readonly number[];
  readonly removing: readonly number[];
  readonly leader: number;
  readonly leaderEpoch: number;
  readonly partitionEpoch: number;
  readonly recovery: PartitionRegistration['recovery'];
}

export function toPartition(vector: VectorPartition): PartitionRegistration {
  const { isr, elr, lastKnownElr, ...rest } = vector;
  return { directories: {}, ...rest, inSync: isr, eligible: elr, lastKnownLeaders: lastKnownElr };
}

export function fromPartition(partition: PartitionRegistration): VectorPartition {
  const { inSync, eligible, lastKnownLeaders, ...rest } = partition;
  return { ...rest, isr: inSync, elr: eligible, lastKnownElr: lastKnownLeaders };
}
