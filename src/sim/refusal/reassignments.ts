import type { ReassignmentTarget } from '../command/administration';
import { alterReassignment } from '../controller/alterReassignments';
import { assignmentProblem } from '../controller/assignmentProblem';
import type { ControllerTurn } from '../controller/turn';
import type { KafkaError } from '../kafkaError';
import { refuse, unchanged } from './refuse';
import type { Refusal } from './refuse';

/**
 * Why none of some partitions would be made to live elsewhere. Tried on the given turn: an error of
 * one partition keeps no other from its place.
 */
export function refuseReassignments(
  turn: ControllerTurn,
  targets: readonly ReassignmentTarget[],
): Refusal | null {
  const { controller } = turn;
  const { image } = controller;
  const refusals = targets.flatMap((target) => {
    const error = alterReassignment(turn, target.partition, target.replicas);
    const because = reasonOf(error, target, assignmentProblem(image, target.replicas ?? []));
    return because === null ? [] : [refuse(because, error)];
  });
  if (turn.controller !== controller) return null;
  return refusals[0] ?? unchanged();
}

function reasonOf(
  error: KafkaError,
  { partition, replicas }: ReassignmentTarget,
  problem: string | null,
): string | null {
  switch (error) {
    case 'NONE':
      return null;
    case 'NO_REASSIGNMENT_IN_PROGRESS':
      return `No reassignment of ${partition} is under way.`;
    case 'INVALID_REPLICA_ASSIGNMENT':
      if (replicas !== null) return problem ?? '';
      return 'Only newcomers are in sync: to go back would take an unclean election.';
    default:
      return `There is no partition ${partition}.`;
  }
}
