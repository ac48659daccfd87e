import { logEndOffset, recordAt } from '../broker/log';
import type { Replica } from '../broker/state';
import { brokerOf, partitionIdsIn } from '../ids';
import type { BrokerId, PartitionId } from '../ids';
import type { FetchedPartition, Flight } from '../message';
import { rowOf, rowsOf } from '../table';
import type { World } from '../world';
import { NOTHING_IS_LOST, mayLackCommitted, successorsOf } from './each';
import type { Invariant } from './invariant';

/** What no consumer sees: records that might never be committed (LocalLog.read). */
export const consumersGetCommitted: Invariant = {
  name: 'A consumer is given no record at or above the high watermark of whom it reads from',
  because: 'a read for a client ends there, whatever its isolation level',
  brokenIn: (world) => {
    for (const flight of world.flights) {
      const { message, from, to } = flight;
      if (message.type !== 'fetchResponse' || !to.startsWith('consumer-')) continue;
      for (const fetched of message.partitions) {
        const last = fetched.records.at(-1);
        const bound = Math.min(fetched.highWatermark, boundOf(world, flight, fetched));
        if (last === undefined || last.offset < bound) continue;
        return `${from} sends offset ${last.offset} of ${fetched.partition} to ${to}.`;
      }
    }
    return null;
  },
};

// A leader that has just answered has the high watermark still; a follower's may be lower by now.
function boundOf(
  { now, brokers }: World,
  { from, sentAt }: Flight,
  { partition }: FetchedPartition,
): number {
  const replica = brokers[brokerOf(from) ?? -1]?.replicas[partition];
  const isBound = sentAt === now && replica?.role.type === 'leader';
  return isBound ? replica.highWatermark : Infinity;
}

/** Whatever a consumer has read survives any clean election. */
export const readIsKept: Invariant = {
  name: 'All that a consumer has read is on every replica that may be elected cleanly',
  because: 'it reads committed records only, even of a leader that leads no more',
  asLongAs: NOTHING_IS_LOST,
  brokenIn: (world) => {
    for (const { id, positions, positionEpochs } of rowsOf(world.consumers)) {
      for (const partition of partitionIdsIn(positions)) {
        if (mayLackCommitted(world, partition)) continue;
        const position = rowOf(positions, partition);
        const epoch = positionEpochs[partition] ?? null;
        const lacks = (broker: BrokerId): boolean =>
          !hasAllBefore(world, broker, { partition, position, epoch });
        const lacking = successorsOf(world, partition).find(lacks);
        if (lacking === undefined) continue;
        return `${partition}: ${id} stands at ${position}, broker ${lacking} lacks what is before.`;
      }
    }
    return null;
  },
};

interface Read {
  readonly partition: PartitionId;
  readonly position: number;
  /** Of the record before the position; null: none was read. */
  readonly epoch: number | null;
}

// The epoch of the last record vouches for all before it (LogMatching).
function hasAllBefore(
  world: World,
  broker: BrokerId,
  { partition, position, epoch }: Read,
): boolean {
  const replica: Replica | undefined = world.brokers[broker]?.replicas[partition];
  if (replica === undefined || logEndOffset(replica.log) < position) return position === 0;
  const last = recordAt(replica.log, position - 1);
  return epoch === null || last === null || last.leaderEpoch === epoch;
}
