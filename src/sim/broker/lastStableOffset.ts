import type { Offset } from '../ids';
import type { Log } from './log';

/**
 * Up to where a `read_committed` consumer may read, exclusive: the high watermark, or the first
 * record of the oldest transaction that has no marker below it
 * (UnifiedLog.fetchLastStableOffsetMetadata, ProducerStateManager.firstUnstableOffset).
 */
export function lastStableOffset(log: Log, highWatermark: Offset): Offset {
  const open = new Map<number, Offset>();
  for (const { offset, producerId, transaction } of log.records) {
    if (offset >= highWatermark) break;
    if (transaction === undefined) continue;
    if (transaction !== 'data') open.delete(producerId);
    else if (!open.has(producerId)) open.set(producerId, offset);
  }
  return Math.min(highWatermark, ...open.values());
}
