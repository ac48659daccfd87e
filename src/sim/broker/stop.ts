import { closeConnections, endProcess } from './crash';
import { logEndOffset } from './log';
import { onDiskUpTo } from './pageCache';
import { changeBroker, mapReplicas, tell } from './turn';
import type { BrokerTurn } from './turn';

/**
 * Ends a process in order: high watermarks and logs go to the disk, and a marker says so, with the
 * broker epoch that the next process hands in (ReplicaManager.shutdown, LogManager.shutdown).
 */
export function stop(turn: BrokerTurn, because: 'allowed' | 'notServing' | 'timeout'): void {
  const { id, brokerEpoch } = turn.broker;
  closeConnections(turn);
  const replicas = mapReplicas(turn.broker, (replica) => ({
    ...replica,
    checkpointedHighWatermark: replica.highWatermark,
    onDisk: onDiskUpTo(logEndOffset(replica.log)),
  }));
  changeBroker(turn, { replicas, cleanShutdownEpoch: brokerEpoch });
  endProcess(turn);
  tell(turn, { type: 'brokerStopped', broker: id, brokerEpoch, because });
}
