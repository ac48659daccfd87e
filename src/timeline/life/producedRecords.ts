import { rowsOf } from '../../sim/table';
import { happenedUntil, momentAt, type WholeRun } from './moments';

/** What a record says. */
export interface RecordWords {
  readonly key: string | null;
  readonly value: string;
}

/**
 * What every record that was produced up to a frame says, by its id. Without a prologue those from
 * before the story are known as far as a log still has them.
 */
export function producedRecords(
  run: WholeRun,
  frameIndex: number,
): ReadonlyMap<number, RecordWords> {
  const words = new Map<number, RecordWords>();
  if (run.prologue === null) {
    const { brokers } = momentAt(run, 0).world;
    for (const { replicas } of rowsOf(brokers)) {
      for (const { log } of rowsOf(replicas)) {
        for (const record of log.records) words.set(record.id, record);
      }
    }
  }
  for (const { event } of happenedUntil(run, frameIndex)) {
    if (event.type === 'recordProduced') words.set(event.recordId, event);
  }
  return words;
}
