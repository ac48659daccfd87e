import type { BrokerId, PartitionId } from '../ids';
import type { KafkaError } from '../kafkaError';
import { sameList } from '../table';
import { assignmentProblem } from './assignmentProblem';
import { allowedElection, changePartition, countUnclean } from './partitions';
import { isReassigning, planReassignment, revertReassignment } from './reassignment';
import type { PartitionRegistration } from './state';
import { topicConfigOf } from './topicConfig';
import { announce } from './turn';
import type { ControllerTurn } from './turn';

/**
 * Makes a partition live on other brokers, or cancels that with a target of null. The error is of
 * one partition; others of the same request are not concerned
 * (ReplicationControlManager.alterPartitionReassignment).
 */
export function alterReassignment(
  turn: ControllerTurn,
  partition: PartitionId,
  target: readonly BrokerId[] | null,
  allowReplicationFactorChange = true,
): KafkaError {
  const before = turn.controller.image.partitions[partition];
  if (before === undefined) return 'UNKNOWN_TOPIC_OR_PARTITION';
  if (target === null) return cancel(turn, partition, before);
  if (assignmentProblem(turn.controller.image, target) !== null) {
    return 'INVALID_REPLICA_ASSIGNMENT';
  }
  if (!allowReplicationFactorChange && target.length !== presentFactor(before)) {
    return 'INVALID_REPLICATION_FACTOR';
  }
  start(turn, partition, before, target);
  return 'NONE';
}

// A running reassignment is replaced: who was being added and is not wanted any more leaves again.
function start(
  turn: ControllerTurn,
  partition: PartitionId,
  before: PartitionRegistration,
  target: readonly BrokerId[],
): void {
  const plan = planReassignment(before.replicas, target);
  const { replicas, removing } = plan;
  // Asked for once more, a running reassignment still waits for those whom it adds.
  const awaited = before.adding.filter((broker) => target.includes(broker));
  const adding = plan.adding.length > 0 ? plan.adding : awaited;
  const isNews =
    !sameList(replicas, before.replicas) ||
    !sameList(adding, before.adding) ||
    !sameList(removing, before.removing);
  const from = before.replicas;
  if (isNews) {
    const type = 'reassignmentStarted';
    announce(turn, { type, partition, from, to: target, adding, removing });
  }
  changePartition(turn, partition, {
    election: 'ONLINE',
    targetReplicas: replicas,
    targetAdding: adding,
    targetRemoving: removing,
  });
  if (!isNews || adding.length > 0 || removing.length > 0) return;
  // Another order of the same brokers, or of all that are there now: nobody need be waited for.
  announce(turn, { type: 'reassignmentCompleted', partition, replicas, removed: [] });
}

function cancel(
  turn: ControllerTurn,
  partition: PartitionId,
  before: PartitionRegistration,
): KafkaError {
  if (!isReassigning(before)) return 'NO_REASSIGNMENT_IN_PROGRESS';
  const { replicas, inSync, unclean } = revertReassignment(before);
  const { image } = turn.controller;
  if (unclean && !topicConfigOf(image, partition).uncleanLeaderElection) {
    return 'INVALID_REPLICA_ASSIGNMENT';
  }
  if (unclean) countUnclean(turn, partition);
  announce(turn, { type: 'reassignmentCancelled', partition, replicas });
  changePartition(turn, partition, {
    election: allowedElection(image, partition),
    targetInSync: inSync,
    targetReplicas: replicas,
    targetAdding: [],
    targetRemoving: [],
  });
  return 'NONE';
}

// The size that a running reassignment would end with.
function presentFactor({ replicas, removing }: PartitionRegistration): number {
  return replicas.filter((broker) => !removing.includes(broker)).length;
}
