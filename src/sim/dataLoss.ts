import type { PartitionId } from './ids';
import { rowsOf } from './table';
import type { World } from './world';

/** Whether some replica of a partition ever lost records with a disk or with the power. */
export function hasLostData(world: World, partition: PartitionId): boolean {
  return rowsOf(world.brokers).some(({ dataLosses }) => (dataLosses[partition] ?? 0) > 0);
}
