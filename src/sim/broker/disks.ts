import { KAFKA } from '../config';
import { UNKNOWN, brokerIdsIn, partitionIdsIn } from '../ids';
import { rowOf } from '../table';
import { crash, loseAllLogs } from './crash';
import { setFetcher } from './fetcher';
import { takeOffline } from './leadership';
import { heartbeat } from './lifecycle';
import { changeBroker, tell } from './turn';
import type { BrokerTurn } from './turn';

/** Somebody puts empty disks in the place of all that the broker had. */
export function replaceDisks(turn: BrokerTurn): void {
  const replicas = Object.keys(turn.broker.replicas).length;
  loseAllLogs(turn);
  tell(turn, { type: 'disksReplaced', broker: turn.broker.id, replicas });
}

/**
 * Copying a record takes that long from now on. The fetcher thread writes what it has fetched
 * before it asks for more, so a slow disk delays its next fetch
 * (ReplicaFetcherThread.processPartitionData).
 */
export function slowDisk(turn: BrokerTurn, msPerRecord: number): void {
  const from = turn.broker.writeMsPerRecord;
  changeBroker(turn, { writeMsPerRecord: msPerRecord });
  if (msPerRecord === 0) {
    for (const leader of brokerIdsIn(turn.broker.fetchers)) {
      setFetcher(turn, { ...rowOf(turn.broker.fetchers, leader), busyUntil: null });
    }
  }
  tell(turn, { type: 'diskSlowed', broker: turn.broker.id, from, msPerRecord });
}

/**
 * One of the log directories cannot be read any more. The broker goes on with the others, and tells
 * the controller at once; without any it halts (ReplicaManager.handleLogDirFailure, KIP-858).
 */
export function failLogDirectory(turn: BrokerTurn, directory: string): void {
  const { id, replicas, logDirectories, lifecycle } = turn.broker;
  const offlineDirectories = [...turn.broker.offlineDirectories, directory];
  const partitions = partitionIdsIn(replicas).filter(
    (partition) => rowOf(replicas, partition).directory === directory,
  );
  const left = logDirectories.length - offlineDirectories.length;
  changeBroker(turn, { offlineDirectories });
  tell(turn, { type: 'logDirectoryFailed', broker: id, directory, partitions, left });
  if (lifecycle === 'NOT_RUNNING') return;
  if (left === 0) {
    crash(turn, 'lastDirectoryFailed');
    return;
  }
  for (const partition of partitions) takeOffline(turn, partition);
  const directoryFailureDueAt =
    turn.broker.directoryFailureDueAt ?? turn.wire.now + KAFKA.logDirFailureTimeoutMs;
  changeBroker(turn, { directoryFailureDueAt });
  if (turn.broker.brokerEpoch !== UNKNOWN) heartbeat(turn);
}
