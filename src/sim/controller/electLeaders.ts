import { NO_LEADER } from '../ids';
import type { PartitionId } from '../ids';
import type { KafkaError } from '../kafkaError';
import { changePartition } from './partitions';
import type { ControllerTurn } from './turn';

/**
 * Holds an election that was asked for, by an administrator or by one of the controller's tasks,
 * unless it is not needed. Says why nothing came of it (ReplicationControlManager.electLeader).
 */
export function electLeaderOf(
  turn: ControllerTurn,
  partition: PartitionId,
  election: 'PREFERRED' | 'UNCLEAN',
): KafkaError {
  const before = turn.controller.image.partitions[partition];
  if (before === undefined) return 'UNKNOWN_TOPIC_OR_PARTITION';
  const { leader, replicas } = before;
  const isNeeded = election === 'PREFERRED' ? leader !== replicas[0] : leader === NO_LEADER;
  if (!isNeeded) return 'ELECTION_NOT_NEEDED';
  // The builder writes no record when it finds nobody.
  if (changePartition(turn, partition, { election }) !== before) return 'NONE';
  return election === 'PREFERRED'
    ? 'PREFERRED_LEADER_NOT_AVAILABLE'
    : 'ELIGIBLE_LEADERS_NOT_AVAILABLE';
}
