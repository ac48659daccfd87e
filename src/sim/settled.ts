import { isActive } from './controller/partitions';
import { topicConfigOf } from './controller/topicConfig';
import { logEndOffset } from './broker/log';
import { NO_LEADER, partitionIdsIn } from './ids';
import type { BrokerId, PartitionId } from './ids';
import { rowOf, rowsOf } from './table';
import type { World } from './world';

/** Whether nothing but routine traffic is under way: the cluster would stay as it is. */
export function isSettled(world: World): boolean {
  if (world.flights.some((flight) => !flight.background)) return false;
  if (
    !rowsOf(world.producers).every(({ batches, load }) => batches.length === 0 && load === null)
  ) {
    return false;
  }
  if (!rowsOf(world.brokers).every((broker) => isBrokerSettled(world, broker.id))) return false;
  return partitionIdsIn(world.controller.image.partitions).every((partition) =>
    isPartitionSettled(world, partition),
  );
}

function isBrokerSettled(world: World, id: number): boolean {
  const { lifecycle, alterPartition, image } = rowOf(world.brokers, id);
  const isFenced = world.controller.image.brokers[id]?.fenced ?? true;
  // Down and noticed, or up and serving, with the controller's latest word.
  if (lifecycle === 'NOT_RUNNING') return isFenced;
  if (lifecycle !== 'RUNNING' || isFenced) return false;
  const isQuiet = alterPartition.inFlight === null && alterPartition.queued.length === 0;
  return isQuiet && image.offset === world.controller.image.offset;
}

function isPartitionSettled(world: World, partition: PartitionId): boolean {
  const { image } = world.controller;
  const { replicas, inSync, leader } = rowOf(image.partitions, partition);
  const alive = replicas.filter((broker) => isActive(image, broker));
  if (leader === NO_LEADER) {
    // The task that elects uncleanly comes round every five minutes.
    return alive.length === 0 || !topicConfigOf(image, partition).uncleanLeaderElection;
  }
  if (!alive.every((broker) => inSync.includes(broker))) return false;
  const led = world.brokers[leader]?.replicas[partition];
  if (led?.role.type !== 'leader' || led.role.inSync.type !== 'committed') return false;
  const end = logEndOffset(led.log);
  const { followers } = led.role;
  const hasAll = alive.every((broker) => {
    const replica = world.brokers[broker]?.replicas[partition];
    if (replica === undefined || replica.role.type === 'waiting') return false;
    if (broker !== leader && followers[broker]?.logEndOffset !== end) return false;
    return logEndOffset(replica.log) === end && replica.highWatermark === led.highWatermark;
  });
  return hasAll && isRead(world, partition, leader, led.highWatermark);
}

function isRead(
  world: World,
  partition: PartitionId,
  leader: BrokerId,
  highWatermark: number,
): boolean {
  return rowsOf(world.consumers).every(({ positions, fetches }) => {
    const isFetched = fetches[leader]?.partitions.includes(partition) ?? false;
    return isFetched && (positions[partition] ?? 0) >= highWatermark;
  });
}
