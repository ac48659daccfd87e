import { logEndOffset } from '../../../sim/broker/log';
import type { Replica } from '../../../sim/broker/state';
import { UNKNOWN } from '../../../sim/ids';
import { type Move, type Standing, standingWords } from './standing';

/** A replica in words: `orders-0 leader, 5 records, high watermark 5, epoch 4`. */
export function spokenReplica(replica: Replica, standing: Standing, move: Move | null): string {
  const end = logEndOffset(replica.log);
  return [
    `${replica.partition} ${standingWords(standing).spoken}`,
    ...(move === null ? [] : [`being ${move === 'adding' ? 'added' : 'removed'}`]),
    counted(end - replica.log.startOffset),
    `high watermark ${replica.highWatermark}`,
    replica.leaderEpoch === UNKNOWN ? 'epoch unknown' : `epoch ${replica.leaderEpoch}`,
  ].join(', ');
}

/** What a loss of power would take; empty when all is on the disk. */
export function unflushedWords({ log, onDisk }: Pick<Replica, 'log' | 'onDisk'>): string {
  const count = logEndOffset(log) - onDisk.offset;
  return count > 0 ? `${counted(count)} only in the page cache` : '';
}

function counted(records: number): string {
  return records === 1 ? '1 record' : `${records} records`;
}
