import type { BrokerId, PartitionId } from '../ids';
import { partitionIdsIn } from '../ids';
import { withRow } from '../table';
import { fetchFrom, leave, sendFetches } from './consumerFetch';
import { changeConsumer, refresh } from './consumerTurn';
import { knownLeader } from './metadata';
import { dropReplica, leaseAt } from './readReplica';
import type { ConsumerState } from './state';
import type { ConsumerTurn } from './turn';
import { awaitReset, endWait, waitFor } from './waits';

/** All partitions of all topics that it has heard of: it subscribes to every one. */
export function subscribedPartitions({
  metadata,
  positions,
}: ConsumerState): readonly PartitionId[] {
  const known = partitionIdsIn(metadata.leaders);
  const others = partitionIdsIn(positions).filter((id) => metadata.leaders[id] === undefined);
  return [...known, ...others];
}

/** Finds for each partition whom to fetch it from. */
export function placeAll(turn: ConsumerTurn): void {
  for (const partition of subscribedPartitions(turn.consumer)) place(turn, partition);
}

/** Finds whom to fetch a partition from: the leader, a nearer replica, or nobody for now. */
export function place(turn: ConsumerTurn, partition: PartitionId): void {
  const { metadata, positionLeaderEpochs } = turn.consumer;
  if (turn.consumer.failed[partition] !== undefined) return;
  const leader = knownLeader(metadata, partition);
  if (leader === null) {
    leave(turn, partition);
    return;
  }
  if (positionLeaderEpochs[partition] !== leader.leaderEpoch) {
    meetLeader(turn, partition, leader.leaderEpoch);
  }
  const { positions, waits } = turn.consumer;
  if (waits[partition] !== undefined) return;
  if (positions[partition] === undefined) {
    awaitReset(turn, partition, 'NoOffsetForPartitionException');
    return;
  }
  fetchFrom(turn, readNode(turn, partition, leader.leader), partition);
}

/** Sends the next fetches; those of partitions whose lease is over go to the leader. */
export function fetchOn(turn: ConsumerTurn): void {
  for (const partition of partitionIdsIn(turn.consumer.preferredReplicas)) {
    const replica = turn.consumer.preferredReplicas[partition]?.replica ?? 0;
    if (turn.consumer.fetches[replica]?.inFlight === null) place(turn, partition);
  }
  sendFetches(turn);
}

// In a new epoch the log may be another one, so the position is looked at before it is fetched from
// (SubscriptionState.maybeValidatePositionForCurrentLeader, KIP-320).
function meetLeader(turn: ConsumerTurn, partition: PartitionId, leaderEpoch: number): void {
  const { positionLeaderEpochs, positionEpochs, waits } = turn.consumer;
  changeConsumer(turn, {
    positionLeaderEpochs: withRow(positionLeaderEpochs, partition, leaderEpoch),
  });
  dropReplica(turn, partition, 'leaderChanged');
  if (waits[partition]?.for === 'reset') return;
  leave(turn, partition);
  endWait(turn, partition);
  if (positionEpochs[partition] !== undefined) waitFor(turn, partition, 'validation');
}

function readNode(turn: ConsumerTurn, partition: PartitionId, leader: BrokerId): BrokerId {
  const { preferredReplicas, metadata } = turn.consumer;
  const named = preferredReplicas[partition] ?? null;
  if (named === null) return leader;
  if (leaseAt(named, turn.wire.now) === null) {
    dropReplica(turn, partition, 'expired');
    return leader;
  }
  if (metadata.brokers.includes(named.replica)) return named.replica;
  dropReplica(turn, partition, 'gone');
  refresh(turn);
  return leader;
}
