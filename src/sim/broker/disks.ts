import { brokerIdsIn } from '../ids';
import { rowOf } from '../table';
import { loseAllLogs } from './crash';
import { setFetcher } from './fetcher';
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
