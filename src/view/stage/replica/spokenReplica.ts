import { logEndOffset } from '../../../sim/broker/log';
import type { Replica } from '../../../sim/broker/state';
import { UNKNOWN } from '../../../sim/ids';
import { type Standing, standingWords } from './standing';

/** A replica in words: `orders-0 leader, 5 records, high watermark 5, epoch 4`. */
export function spokenReplica(replica: Replica, standing: Standing): string {
  const end = logEndOffset(replica.log);
  const count = end - replica.log.startOffset;
  const records = count === 1 ? '1 record' : `${count} records`;
  return [
    `${replica.partition} ${standingWords(standing).spoken}`,
    records,
    `high watermark ${replica.highWatermark}`,
    replica.leaderEpoch === UNKNOWN ? 'epoch unknown' : `epoch ${replica.leaderEpoch}`,
  ].join(', ');
}
