import type { Log } from './broker/log';
import type { AcknowledgedRecord, FailedRecord } from './client/state';
import type { Acks } from './config';
import type { Offset, PartitionId, ProducerId } from './ids';
import type { KafkaError } from './kafkaError';
import { goingOnLogs, isUnderWay, standingIn } from './promises';
import { rowsOf } from './table';
import type { World } from './world';

/**
 * What became of a produced record, each in one of seven ways.
 *
 * - `safe`: acknowledged, and on every replica that may be elected cleanly (KIP-966).
 * - `lost`: acknowledged, and no longer in the log that its partition goes on with.
 * - `refused`: failed for the producer, and no attempt can have been written.
 * - `written`: failed for the producer, and in the log all the same.
 * - `gone`: failed for the producer, which cannot know, and in no log that counts.
 * - `twice`: the log has it more than once, whatever the producer was told.
 * - `underWay`: the end is still open. So it is for an acknowledged record that is not yet on every
 *   replica that may lead: it may become safe, and it may be lost.
 *
 * With acks=0 a record is acknowledged when it is sent (Sender.sendProduceRequest), so one that
 * reached no leader is lost, as acks=0 permits.
 */
export type Outcome = 'safe' | 'lost' | 'refused' | 'written' | 'gone' | 'twice' | 'underWay';

/** Every outcome, in the order in which they are listed. */
export const OUTCOMES: readonly Outcome[] = [
  'safe',
  'lost',
  'refused',
  'written',
  'gone',
  'twice',
  'underWay',
];

/** A produced record and what became of it. */
export interface LedgerEntry {
  readonly recordId: number;
  readonly producer: ProducerId;
  readonly partition: PartitionId;
  readonly outcome: Outcome;
  /** What the producer was told last: that it is written, why it failed, or nothing yet. */
  readonly told: 'acknowledged' | 'nothing' | 'TimeoutException' | KafkaError;
  /** Of an acknowledged record; null of any other. */
  readonly acks: Acks | null;
  /** Where the log has it, or else where the producer was told that it is; null: nowhere. */
  readonly offset: Offset | null;
}

/** Every record that was produced so far, each once, in the order of production. */
export function outcomesOf(world: World): readonly LedgerEntry[] {
  const entries = entriesOf(world, () => true);
  return entries.toSorted((one, other) => one.recordId - other.recordId);
}

/** What became of one record; null when it has not been produced. */
export function outcomeOf(world: World, recordId: number): LedgerEntry | null {
  return entriesOf(world, (id) => id === recordId)[0] ?? null;
}

function entriesOf(world: World, isAskedFor: (recordId: number) => boolean): LedgerEntry[] {
  const entries: LedgerEntry[] = [];
  const judges = new Map<PartitionId, Judge>();
  const judgeOf = (partition: PartitionId): Judge => {
    const judge = judges.get(partition) ?? judgeIn(world, partition);
    judges.set(partition, judge);
    return judge;
  };
  for (const { id: producer, acknowledged, failed, batches } of rowsOf(world.producers)) {
    for (const page of acknowledged) {
      for (const one of page) {
        if (isAskedFor(one.id)) entries.push(judgeOf(one.partition).acknowledged(producer, one));
      }
    }
    for (const one of failed.flat()) {
      if (isAskedFor(one.id)) entries.push(judgeOf(one.partition).failed(producer, one));
    }
    for (const { partition, records } of batches) {
      for (const { id } of records) {
        if (isAskedFor(id)) entries.push(judgeOf(partition).waiting(producer, id));
      }
    }
  }
  return entries;
}

/** Says what became of the records of one partition. */
interface Judge {
  readonly acknowledged: (producer: ProducerId, record: AcknowledgedRecord) => LedgerEntry;
  readonly failed: (producer: ProducerId, record: FailedRecord) => LedgerEntry;
  readonly waiting: (producer: ProducerId, recordId: number) => LedgerEntry;
}

function judgeIn(world: World, partition: PartitionId): Judge {
  const standingOf = standingIn(world, partition);
  const logs = goingOnLogs(world, partition).map(placesOf);
  const entry = (
    producer: ProducerId,
    recordId: number,
    end: Outcome,
    { told, acks, offset }: Pick<LedgerEntry, 'told' | 'acks' | 'offset'>,
  ): LedgerEntry => {
    const place = placeIn(logs, recordId);
    const outcome = place?.isTwice === true ? 'twice' : end;
    return { recordId, producer, partition, outcome, told, acks, offset: place?.offset ?? offset };
  };
  return {
    acknowledged: (producer, record) => {
      const standing = standingOf(record);
      const offset = record.offset === -1 ? null : record.offset;
      const end = standing === 'atRisk' ? 'underWay' : standing;
      return entry(producer, record.id, end, { told: 'acknowledged', acks: record.acks, offset });
    },
    failed: (producer, record) => {
      const { id, error: told } = record;
      return entry(producer, id, endOfFailed(world, record, logs), {
        told,
        acks: null,
        offset: null,
      });
    },
    waiting: (producer, id) =>
      entry(producer, id, 'underWay', { told: 'nothing', acks: null, offset: null }),
  };
}

// A request that the producer waits for no longer may be written yet.
function endOfFailed(world: World, record: FailedRecord, logs: readonly Places[]): Outcome {
  if (placeIn(logs, record.id) !== null) return 'written';
  if (isUnderWay(world, record)) return 'underWay';
  return record.mayBeWritten ? 'gone' : 'refused';
}

/** Where a log has each record, and whether it has it twice. */
type Places = ReadonlyMap<number, Place>;

interface Place {
  readonly offset: Offset;
  readonly isTwice: boolean;
}

function placeIn(logs: readonly Places[], recordId: number): Place | null {
  let first: Place | null = null;
  for (const places of logs) {
    const place = places.get(recordId);
    if (place?.isTwice === true) return place;
    first ??= place ?? null;
  }
  return first;
}

const known = new WeakMap<Log, Places>();

// In most ticks most logs stay what they were.
function placesOf(log: Log): Places {
  const before = known.get(log);
  if (before !== undefined) return before;
  const places = new Map<number, Place>();
  for (const { id, offset } of log.records) {
    const first = places.get(id);
    if (first === undefined) places.set(id, { offset, isTwice: false });
    else places.set(id, { offset: first.offset, isTwice: true });
  }
  known.set(log, places);
  return places;
}
