import { recordAt } from '../../sim/broker/log';
import { type BrokerId, brokerIdsIn, type Offset, type PartitionId } from '../../sim/ids';
import { countWhile } from '../countWhile';
import { chronicleOf } from './chronicle';
import { momentAt, type WholeRun } from './moments';

/** A record that has or had an offset, as the leader of an epoch wrote it. */
export interface RecordAtOffset {
  readonly recordId: number;
  readonly leaderEpoch: number;
  /** Who has it at this offset now; nobody, when it was cut off everywhere. */
  readonly brokers: readonly BrokerId[];
}

/**
 * The records that have or had an offset of a partition by a frame, by their leader epochs: where a
 * log was cut, another record may have taken the place of the first (KIP-101). Empty when nothing
 * was ever written there. Throws when a frame that has been let go cannot be computed again.
 */
export function recordsAtOffset(
  run: WholeRun,
  frameIndex: number,
  { partition, offset }: { readonly partition: PartitionId; readonly offset: Offset },
): readonly RecordAtOffset[] {
  const found = new Map<string, RecordAtOffset>();
  const enter = (recordId: number, leaderEpoch: number, broker: BrokerId | null): void => {
    const key = `${leaderEpoch} ${recordId}`;
    const brokers = [...(found.get(key)?.brokers ?? []), ...(broker === null ? [] : [broker])];
    found.set(key, { recordId, leaderEpoch, brokers });
  };
  const { appended } = chronicleOf(run);
  const count = countWhile(appended, ({ index }) => index <= frameIndex);
  for (const { event } of appended.slice(0, count)) {
    if (event.partition !== partition) continue;
    const recordId = event.recordIds[offset - event.baseOffset];
    if (recordId !== undefined) enter(recordId, event.leaderEpoch, null);
  }
  const { brokers } = momentAt(run, frameIndex).world;
  for (const id of brokerIdsIn(brokers)) {
    const log = brokers[id]?.replicas[partition]?.log;
    const record = log ? recordAt(log, offset) : null;
    if (record) enter(record.id, record.leaderEpoch, id);
  }
  return [...found.values()].toSorted((one, other) => one.leaderEpoch - other.leaderEpoch);
}
