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
  const entries = rowsOf(world.producers).flatMap(({ id: producer, ...told }) => {
    const ofPartition = new Map<PartitionId, Judge>();
    const judgeOf = (partition: PartitionId): Judge => {
      const known = ofPartition.get(partition);
      const judge = known ?? judgeIn(world, producer, partition);
      if (known === undefined) ofPartition.set(partition, judge);
      return judge;
    };
    return [
      ...told.acknowledged.flat().map((one) => judgeOf(one.partition).acknowledged(one)),
      ...told.failed.flat().map((one) => judgeOf(one.partition).failed(one)),
      ...told.batches.flatMap(({ partition, records }) =>
        records.map(({ id }) => judgeOf(partition).waiting(id)),
      ),
    ];
  });
  return entries.toSorted((one, other) => one.recordId - other.recordId);
}

/** Says what became of the records of one producer in one partition. */
interface Judge {
  readonly acknowledged: (record: AcknowledgedRecord) => LedgerEntry;
  readonly failed: (record: FailedRecord) => LedgerEntry;
  readonly waiting: (recordId: number) => LedgerEntry;
}

function judgeIn(world: World, producer: ProducerId, partition: PartitionId): Judge {
  const standingOf = standingIn(world, partition);
  const places = placesIn(goingOnLogs(world, partition));
  const entry = (
    recordId: number,
    end: Outcome,
    { told, acks, offset }: Pick<LedgerEntry, 'told' | 'acks' | 'offset'>,
  ): LedgerEntry => {
    const place = places.get(recordId);
    const outcome = place?.isTwice === true ? 'twice' : end;
    return { recordId, producer, partition, outcome, told, acks, offset: place?.offset ?? offset };
  };
  return {
    acknowledged: (record) => {
      const standing = standingOf(record);
      const offset = record.offset === -1 ? null : record.offset;
      const end = standing === 'atRisk' ? 'underWay' : standing;
      return entry(record.id, end, { told: 'acknowledged', acks: record.acks, offset });
    },
    failed: (record) => {
      const { id, error: told } = record;
      return entry(id, endOfFailed(world, record, places), { told, acks: null, offset: null });
    },
    waiting: (id) => entry(id, 'underWay', { told: 'nothing', acks: null, offset: null }),
  };
}

// A request that the producer waits for no longer may be written yet.
function endOfFailed(world: World, record: FailedRecord, places: Places): Outcome {
  if (places.has(record.id)) return 'written';
  if (isUnderWay(world, record)) return 'underWay';
  return record.mayBeWritten ? 'gone' : 'refused';
}

/** Where each record stands, and whether one log has it twice. */
type Places = ReadonlyMap<number, { readonly offset: Offset; readonly isTwice: boolean }>;

function placesIn(logs: readonly Log[]): Places {
  const places = new Map<number, { offset: Offset; isTwice: boolean; log: Log }>();
  for (const log of logs) {
    for (const { id, offset } of log.records) {
      const place = places.get(id);
      if (place === undefined) places.set(id, { offset, isTwice: false, log });
      else if (place.log === log) place.isTwice = true;
    }
  }
  return places;
}
