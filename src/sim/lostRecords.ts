import type { Log } from './broker/log';
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
  const back = new Set(partitionIdsIn(before).flatMap((id) => idsBack(after, events, id)));
  if (broken.length === 0 && back.size === 0) return before;
  const lost: { [partition in PartitionId]?: readonly number[] } = { ...before };
  for (const partition of partitionIdsIn(before)) {
    lost[partition] = before[partition]?.filter((id) => !back.has(id));
  }
  for (const { partition, recordIds } of broken) {
    lost[partition] = [...new Set([...(lost[partition] ?? []), ...recordIds])];
  }
  return lost;
}

// Only a leader that begins, or writes, can have what was lost before.
function idsBack(
  after: World,
  events: readonly Event[],
  partition: PartitionId,
): readonly number[] {
  const lost = after.lostRecords[partition] ?? [];
  if (lost.length === 0) return [];
  return events.flatMap((event) => {
    const isOfLeader =
      (event.type === 'becameLeader' || event.type === 'recordsAppended') &&
      event.partition === partition &&
      event.broker === after.controller.image.partitions[partition]?.leader &&
      isLedAsDecided(after, partition);
    if (!isOfLeader) return [];
    if (event.type === 'recordsAppended') return event.recordIds.filter((id) => lost.includes(id));
    const there = new Set(goingOnLogs(after, partition).flatMap(idsIn));
    return lost.filter((id) => there.has(id));
  });
}

function idsIn({ records }: Log): readonly number[] {
  return records.map(({ id }) => id);
}
