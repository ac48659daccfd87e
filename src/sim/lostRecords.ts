import type { Event, PromiseBroken } from './event';
import { type PartitionId, partitionIdsIn } from './ids';
import { goingOnLogs, isLedAsDecided } from './promises';
import type { World } from './world';

/**
 * Which losses are told by the end of a tick: those that it told come in, and what a leader has
 * again goes out (an unclean election may bring it back, or a request that comes twice).
 *
 * @param after the world as the tick leaves it, its own list from before
 */
export function lostRecordsAfter(
  after: World,
  events: readonly Event[],
  broken: readonly PromiseBroken[],
): World['lostRecords'] {
  const before = after.lostRecords;
  const back = partitionIdsIn(before).filter((partition) => mayBeBack(events, partition));
  if (broken.length === 0 && back.length === 0) return before;
  const lost: { [partition in PartitionId]?: readonly number[] } = { ...before };
  for (const partition of back) lost[partition] = stillLost(after, partition);
  for (const { partition, recordIds } of broken) {
    lost[partition] = [...new Set([...(lost[partition] ?? []), ...recordIds])];
  }
  return lost;
}

// Only a leader that begins, or writes, can have what was lost before.
function mayBeBack(events: readonly Event[], partition: PartitionId): boolean {
  return events.some(
    (event) =>
      (event.type === 'becameLeader' || event.type === 'recordsAppended') &&
      event.partition === partition,
  );
}

function stillLost(after: World, partition: PartitionId): readonly number[] {
  const lost = after.lostRecords[partition] ?? [];
  if (lost.length === 0 || !isLedAsDecided(after, partition)) return lost;
  const there = new Set(
    goingOnLogs(after, partition).flatMap(({ records }) => records.map(({ id }) => id)),
  );
  return lost.filter((id) => !there.has(id));
}
