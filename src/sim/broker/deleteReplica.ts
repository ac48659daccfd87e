import type { PartitionId } from '../ids';
import { withdraw } from './alterPartition';
import { completeDelayedProduces } from './delayedProduce';
import { unfollow } from './fetcher';
import { wakeFetches } from './sessions';
import { changeBroker, tell } from './turn';
import type { BrokerTurn } from './turn';

/**
 * Deletes the copy of a partition that this broker holds no more, and answers who waited for it
 * here (ReplicaManager.applyDelta, LogManager.asyncDelete).
 */
export function deleteReplica(turn: BrokerTurn, partition: PartitionId): void {
  unfollow(turn, partition);
  withdraw(turn, partition);
  const replicas = { ...turn.broker.replicas };
  delete replicas[partition];
  changeBroker(turn, { replicas });
  tell(turn, { type: 'replicaDeleted', broker: turn.broker.id, partition });
  completeDelayedProduces(turn, partition);
  wakeFetches(turn, partition);
}
