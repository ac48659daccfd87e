import { KAFKA } from '../config';
import { NO_LEADER, brokerIdsIn, brokerNode, brokerOf, partitionIdsIn, topicOf } from '../ids';
import type { BrokerId, PartitionId } from '../ids';
import type { Flight } from '../message';
import { rowOf, withRow } from '../table';
import { handleAlterPartition } from './alterPartition';
import { electLeaderOf } from './electLeaders';
import { fenceOneStaleBroker, handleHeartbeat } from './heartbeats';
import { changed } from './partitionChange';
import { isActive, partitionsWhere, writeRecords } from './partitions';
import { handleRegistration } from './registration';
import { announce, answer, changeController } from './turn';
import type { ControllerTurn } from './turn';

/** What arrives at the controller. Anything that is not for it is a fault in the sender. */
export function deliverToController(turn: ControllerTurn, { from, message }: Flight): void {
  const broker = brokerOf(from);
  switch (message.type) {
    case 'brokerHeartbeatRequest':
      return handleHeartbeat(turn, message);
    case 'brokerRegistrationRequest':
      return handleRegistration(turn, message);
    case 'alterPartitionRequest':
      return handleAlterPartition(turn, message);
    case 'metadataFetchRequest':
      if (broker !== null) awaitMetadata(turn, broker, message.offset);
      return;
    case 'connectionClosed':
      if (broker !== null) awaitMetadata(turn, broker, null);
      return;
    default:
      throw new Error(`The controller does not understand ${message.type}.`);
  }
}

/** What the controller does at the end of a tick: its tasks, then the new metadata goes out. */
export function runController(turn: ControllerTurn): void {
  const { now } = turn.wire;
  const { staleCheckDueAt, preferredElectionDueAt, uncleanElectionDueAt } = turn.controller;
  if (staleCheckDueAt !== null && staleCheckDueAt <= now) fenceOneStaleBroker(turn);
  if (preferredElectionDueAt <= now) balanceLeaders(turn);
  if (uncleanElectionDueAt <= now) electUncleanly(turn);
  publish(turn);
}

/**
 * Moves every leadership that can be moved to its preferred replica
 * (`auto.leader.rebalance.enable`, every 300 s; QuorumController.maybeBalancePartitionLeaders).
 */
export function balanceLeaders(turn: ControllerTurn): void {
  const preferredElectionDueAt = turn.wire.now + KAFKA.leaderImbalanceCheckMs;
  changeController(turn, { preferredElectionDueAt });
  const { image } = turn.controller;
  const imbalanced = partitionsWhere(image, ({ replicas, leader, inSync }) => {
    const preferred = replicas[0] ?? NO_LEADER;
    return leader !== preferred && inSync.includes(preferred) && isActive(image, preferred);
  });
  for (const partition of imbalanced) electLeaderOf(turn, partition, 'PREFERRED');
}

/** Elects for partitions without a leader where the topic allows an unclean election. */
export function electUncleanly(turn: ControllerTurn): void {
  const uncleanElectionDueAt = turn.wire.now + KAFKA.uncleanElectionCheckMs;
  changeController(turn, { uncleanElectionDueAt });
  const leaderless = partitionsWhere(turn.controller.image, ({ leader }) => leader === NO_LEADER);
  for (const partition of leaderless) {
    const config = turn.controller.image.topics[topicOf(partition)];
    if (config?.uncleanLeaderElection !== true) continue;
    electLeaderOf(turn, partition, 'UNCLEAN');
  }
}

/** Sets `min.insync.replicas`; with it the eligible leaders are forgotten (KIP-966). */
export function setMinInsyncReplicas(turn: ControllerTurn, topic: string, value: number): void {
  const { image } = turn.controller;
  const config = rowOf(image.topics, topic);
  const partitions = { ...image.partitions };
  const ofTopic = partitionIdsIn(partitions).filter((id) => topicOf(id) === topic);
  for (const id of ofTopic) {
    const partition = rowOf(partitions, id);
    const isConcerned = partition.eligible.length > 0 || partition.lastKnownLeaders.length > 0;
    if (!isConcerned) continue;
    partitions[id] = changed(partition, { eligible: [], lastKnownLeaders: [] });
    tellForgotten(turn, id, partition.eligible);
  }
  const replicationFactor = Math.max(...ofTopic.map((id) => rowOf(partitions, id).replicas.length));
  const topics = withRow(image.topics, topic, { ...config, minInsyncReplicas: value });
  writeRecords(turn, { topics, partitions });
  const [from, to] = [config.minInsyncReplicas, value];
  announce(turn, { type: 'minInsyncReplicasChanged', topic, from, to, replicationFactor });
}

function tellForgotten(
  turn: ControllerTurn,
  partition: PartitionId,
  from: readonly BrokerId[],
): void {
  if (from.length === 0) return;
  const because = 'minimumChanged';
  announce(turn, { type: 'eligibleLeadersChanged', partition, from, to: [], because });
}

/** Sets `unclean.leader.election.enable`; the task that uses it runs every five minutes. */
export function setUncleanLeaderElection(
  turn: ControllerTurn,
  topic: string,
  value: boolean,
): void {
  const { image } = turn.controller;
  const config = rowOf(image.topics, topic);
  const topics = withRow(image.topics, topic, { ...config, uncleanLeaderElection: value });
  writeRecords(turn, { topics });
  announce(turn, { type: 'uncleanLeaderElectionChanged', topic, to: value });
}

/** A broker's fetch of the metadata log waits here for news after an offset; null: no more. */
export function awaitMetadata(turn: ControllerTurn, broker: BrokerId, offset: number | null): void {
  const waitingFetches = { ...turn.controller.waitingFetches };
  delete waitingFetches[broker];
  changeController(turn, {
    waitingFetches: offset === null ? waitingFetches : withRow(waitingFetches, broker, offset),
  });
}

// Brokers fetch the metadata log; their waiting fetches are answered when there is more of it.
function publish(turn: ControllerTurn): void {
  const { image, waitingFetches } = turn.controller;
  for (const broker of brokerIdsIn(waitingFetches)) {
    if (rowOf(waitingFetches, broker) >= image.offset) continue;
    awaitMetadata(turn, broker, null);
    answer(turn, brokerNode(broker), { type: 'metadataFetchResponse', image });
  }
}
