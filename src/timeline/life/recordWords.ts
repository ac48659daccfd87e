import { rowsOf } from '../../sim/table';
import { chronicleOf } from './chronicle';
import { momentAt, type WholeRun } from './moments';

/** What a record says. */
export interface RecordWords {
  readonly key: string | null;
  readonly value: string;
}

/**
 * What a record says, by its id. Without a prologue a record from before the story is known as far
 * as a log had it when the story began; null when nobody knows.
 */
export function recordWords(run: WholeRun, recordId: number): RecordWords | null {
  const produced = chronicleOf(run).produced.get(recordId);
  return produced?.event ?? (run.prologue === null ? wordsInLogs(run, recordId) : null);
}

function wordsInLogs(run: WholeRun, recordId: number): RecordWords | null {
  for (const { replicas } of rowsOf(momentAt(run, 0).world.brokers)) {
    for (const { log } of rowsOf(replicas)) {
      const record = log.records.find(({ id }) => id === recordId);
      if (record) return record;
    }
  }
  return null;
}
