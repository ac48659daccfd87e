import { KAFKA } from '../config';
import type { Offset, Tick } from '../ids';
import { logEndOffset } from './log';
import type { OnDisk, Replica } from './state';

/**
 * What is on the disk after an append. Kafka does not wait for the disk (`log.flush.interval` is
 * practically never); Linux writes what has been in the page cache for 30 s, and with it all that
 * the log has by then (`vm.dirty_expire_centisecs`).
 */
export function onDiskAfterAppend(before: Pick<Replica, 'log' | 'onDisk'>, now: Tick): OnDisk {
  const { flushDueAt } = before.onDisk;
  if (flushDueAt !== null && flushDueAt > now) return before.onDisk;
  return { offset: logEndOffset(before.log), flushDueAt: now + KAFKA.pageCacheExpiryMs };
}

/** What is on the disk after a log was cut at an offset. */
export function onDiskAfterCut({ offset, flushDueAt }: OnDisk, cutAt: Offset): OnDisk {
  // A date that has passed may stay: it says that everything is on the disk.
  return cutAt <= offset ? onDiskUpTo(cutAt) : { offset, flushDueAt };
}

/** Everything up to an offset is on the disk, and there is no more. */
export function onDiskUpTo(offset: Offset): OnDisk {
  return { offset, flushDueAt: null };
}

/** Where a log would end if the machine lost its power now. */
export function flushedOffset({ log, onDisk }: Pick<Replica, 'log' | 'onDisk'>, now: Tick): Offset {
  const { offset, flushDueAt } = onDisk;
  const isDirty = flushDueAt !== null && flushDueAt > now;
  return isDirty ? Math.max(offset, log.startOffset) : logEndOffset(log);
}
