import { hasOnlineDirectory } from './controller/directoryOf';
import { isActive } from './controller/partitions';
import type { PartitionRegistration } from './controller/state';
import { topicConfigOf } from './controller/topicConfig';
import { logEndOffset } from './broker/log';
import type { LeaderRole, Replica } from './broker/state';
import { KAFKA } from './config';
import { NO_LEADER, brokerNode, partitionIdsIn } from './ids';
import type { BrokerId, NodeId, PartitionId, Tick } from './ids';
import { isCut } from './network';
import type { HeldFlight } from './network';
import { rowOf, rowsOf } from './table';
import type { World } from './world';

/**
 * Whether nothing but routine traffic is under way: the cluster would stay as it is. With cut links
 * that is so when everybody has noticed what is to be noticed: who is silent is fenced, who lags is
 * out of the in-sync set. A process that stands still will go on, so it is not. With a message that
 * is held it is so once everybody has given up waiting: after `delivery.timeout.ms`.
 */
export function isSettled(world: World): boolean {
  if (world.flights.some((flight) => !flight.background)) return false;
  if (
    !rowsOf(world.producers).every(({ batches, load }) => batches.length === 0 && load === null)
  ) {
    return false;
  }
  const { held } = world.network;
  if (held.length > 0) return held.every((one) => isGivenUp(one, world.now));
  if (!rowsOf(world.brokers).every((broker) => isBrokerSettled(world, broker.id))) return false;
  return partitionIdsIn(world.controller.image.partitions).every((partition) =>
    isPartitionSettled(world, partition),
  );
}

// What waits behind it was sent by those who try again and again.
function isGivenUp({ byHand, heldAt }: HeldFlight, now: Tick): boolean {
  return !byHand || now >= heldAt + KAFKA.deliveryTimeoutMs;
}

function isBrokerSettled(world: World, id: BrokerId): boolean {
  const { lifecycle, pausedUntil, directoryFailureDueAt, alterPartition, image } = rowOf(
    world.brokers,
    id,
  );
  const isFenced = world.controller.image.brokers[id]?.fenced ?? true;
  if (pausedUntil !== null || directoryFailureDueAt !== null) return false;
  // Down and noticed, or up and serving, with the controller's latest word.
  if (lifecycle === 'NOT_RUNNING') return isFenced;
  const isHeard = !isCut(world.network, { from: brokerNode(id), to: 'controller' });
  if (!isHeard) return isFenced;
  // What it asks is answered and never heard of, so it asks for ever.
  if (!hears(world, id)) return lifecycle === 'RUNNING' ? !isFenced : isFenced;
  if (lifecycle !== 'RUNNING' || isFenced) return false;
  const isQuiet = alterPartition.inFlight === null && alterPartition.queued.length === 0;
  return isQuiet && image.offset === world.controller.image.offset;
}

function isPartitionSettled(world: World, partition: PartitionId): boolean {
  const { image } = world.controller;
  const registration = rowOf(image.partitions, partition);
  const { replicas, leader } = registration;
  const alive = replicas.filter(
    (broker) => isActive(image, broker) && hasOnlineDirectory(image, registration, broker),
  );
  if (leader === NO_LEADER) {
    // The task that elects uncleanly comes round every five minutes.
    return alive.length === 0 || !topicConfigOf(image, partition).uncleanLeaderElection;
  }
  const led = world.brokers[leader]?.replicas[partition];
  // A leader that cannot be told so never takes over, and one that hears nothing learns nothing.
  if (!hears(world, leader)) {
    return led?.role.type !== 'leader' || haveLaggardsLeft(registration, alive, led, led.role);
  }
  if (led?.role.type !== 'leader' || led.role.inSync.type !== 'committed') return false;
  const near = alive.filter((broker) => broker === leader || canCopy(world, broker, leader));
  if (!near.every((broker) => registration.inSync.includes(broker))) return false;
  const away = alive.filter((broker) => !near.includes(broker));
  if (!haveLaggardsLeft(registration, away, led, led.role)) return false;
  const hasAll = near.every((broker) => isLevel(world, broker, partition, led));
  return hasAll && isRead(world, partition, led);
}

/** Whether what the controller says reaches a broker. */
function hears({ network }: World, broker: BrokerId): boolean {
  return !isCut(network, { from: 'controller', to: brokerNode(broker) });
}

function areLinked({ network }: World, one: NodeId, other: NodeId): boolean {
  return !isCut(network, { from: one, to: other }) && !isCut(network, { from: other, to: one });
}

function canCopy(world: World, follower: BrokerId, leader: BrokerId): boolean {
  return hears(world, follower) && areLinked(world, brokerNode(follower), brokerNode(leader));
}

// Who cannot copy lags as soon as there is something to copy, and is out when its time is over.
function haveLaggardsLeft(
  { inSync, leader }: PartitionRegistration,
  brokers: readonly BrokerId[],
  led: Replica,
  { followers }: LeaderRole,
): boolean {
  const end = logEndOffset(led.log);
  return brokers
    .filter((broker) => broker !== leader && inSync.includes(broker))
    .every((broker) => followers[broker]?.logEndOffset === end);
}

function isLevel(world: World, broker: BrokerId, partition: PartitionId, led: Replica): boolean {
  const replica = world.brokers[broker]?.replicas[partition];
  if (replica === undefined || replica.role.type === 'waiting') return false;
  const end = logEndOffset(led.log);
  const known = led.role.type === 'leader' ? led.role.followers[broker] : undefined;
  if (known !== undefined && known.logEndOffset !== end) return false;
  return logEndOffset(replica.log) === end && replica.highWatermark === led.highWatermark;
}

// Whatever replica it reads from: there, too, the high watermark is the leader's by now.
function isRead(world: World, partition: PartitionId, led: Replica): boolean {
  return rowsOf(world.consumers).every((consumer) => {
    const { id, metadata, positions, positionLeaderEpochs, fetches, failed } = consumer;
    if (isMisled(world, id) || !areLinked(world, id, brokerNode(led.leader))) return true;
    if (metadata.updatedAt === -1) return false;
    // Who has not heard of a topic hears of it with its next metadata, five minutes on at most.
    if (failed[partition] !== undefined || metadata.leaders[partition] === undefined) return true;
    if (positionLeaderEpochs[partition] !== led.leaderEpoch) return false;
    const isFetched = rowsOf(fetches).some(({ partitions }) => partitions.includes(partition));
    return isFetched && (positions[partition] ?? 0) >= led.highWatermark;
  });
}

// Some broker may go on to tell it who led before the links were cut.
function isMisled(world: World, consumer: NodeId): boolean {
  return rowsOf(world.brokers).some(({ id, lifecycle }) => {
    const isUpToDate = areLinked(world, 'controller', brokerNode(id));
    return lifecycle === 'RUNNING' && !isUpToDate && areLinked(world, consumer, brokerNode(id));
  });
}
