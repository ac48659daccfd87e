import type { BrokerId } from '../ids';
import { rowOf } from '../table';
import { writeRegistration } from './brokers';
import { changePartition, partitionsWhere } from './partitions';
import type { PartitionRegistration } from './state';
import type { ControllerTurn } from './turn';

/**
 * A broker tells of log directories that have failed. It leaves the partitions in them, and stays
 * in all others (ReplicationControlManager.handleDirectoriesOffline, KIP-858).
 */
export function handleDirectoriesOffline(
  turn: ControllerTurn,
  broker: BrokerId,
  offlineLogDirs: readonly string[],
): void {
  const registration = rowOf(turn.controller.image.brokers, broker);
  const directories = registration.logDirectories.filter((name) => offlineLogDirs.includes(name));
  if (directories.length === 0) return;
  writeRegistration(turn, {
    ...registration,
    logDirectories: registration.logDirectories.filter((name) => !directories.includes(name)),
    offlineDirectories: [...registration.offlineDirectories, ...directories],
  });
  const partitions = partitionsWhere(turn.controller.image, (partition) =>
    isHeldIn(partition, broker, directories),
  );
  const { events } = turn.wire;
  events.push({ type: 'logDirectoriesOffline', broker, directories, partitions });
  for (const partition of partitions) {
    const { inSync } = rowOf(turn.controller.image.partitions, partition);
    changePartition(turn, partition, { targetInSync: inSync.filter((id) => id !== broker) });
  }
}

function isHeldIn(
  { inSync, leader, directories }: PartitionRegistration,
  broker: BrokerId,
  names: readonly string[],
): boolean {
  const name = directories[broker];
  return (
    name !== undefined && names.includes(name) && (inSync.includes(broker) || leader === broker)
  );
}
