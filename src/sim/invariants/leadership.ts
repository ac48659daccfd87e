import { isEligible } from '../broker/commit';
import { counts } from '../broker/highWatermark';
import type { Commitment } from '../broker/highWatermark';
import { EMPTY_LOG, logEndOffset, recordAt } from '../broker/log';
import type { Log } from '../broker/log';
import { maximalInSync } from '../broker/inSync';
import type { LeaderRole } from '../broker/state';
import { effectiveMinInSyncOf } from '../controller/partitions';
import type { AcknowledgedRecord } from '../client/state';
import { partitionIdsIn } from '../ids';
import type { BrokerId, Offset, PartitionId, Table } from '../ids';
import { rowsOf } from '../table';
import type { World } from '../world';
import { NOTHING_IS_LOST, copiesOf, inEachPartition, mayLackCommitted, successorsOf } from './each';
import type { PlacedReplica } from './each';
import type { Invariant } from './invariant';
import { onceFor } from './onceFor';

type Leading = PlacedReplica & { readonly role: LeaderRole };

/** Several may believe to lead at once, but never in one epoch. */
export const oneLeaderPerEpoch: Invariant = {
  name: 'At most one broker believes to lead in each epoch',
  because: 'the controller raises the epoch with every election',
  brokenIn: (world) =>
    inEachPartition(world, (id) => {
      const leading = leadersOf(world, id);
      const twin = leading.find(({ broker, replica }) =>
        leading.some(
          (other) => other.broker !== broker && other.replica.leaderEpoch === replica.leaderEpoch,
        ),
      );
      return twin === undefined ? null : `two lead in epoch ${twin.replica.leaderEpoch}.`;
    }),
};

/** A leader waits for at least those whom the controller may elect. */
export const leaderWaitsForSuccessors: Invariant = {
  name: 'A leader counts every replica that could succeed it',
  because: 'a growing set counts at once, a shrinking one only when the controller agrees',
  brokenIn: (world) =>
    inEachPartition(world, (id, { leaderEpoch, inSync, eligible }) => {
      const minimum = effectiveMinInSyncOf(world.controller.image, id);
      for (const leading of leadersOf(world, id)) {
        const { broker, replica, role } = leading;
        const isCurrent = replica.leaderEpoch === leaderEpoch;
        if (!isCurrent || role.inSync.inSync.length < minimum) continue;
        const missed = [...inSync, ...eligible].find((other) => !waitsFor(world, leading, other));
        if (missed !== undefined) return `broker ${broker} does not wait for broker ${missed}.`;
      }
      return null;
    }),
};

// The growth that it has asked for ends early when metadata of an epoch that it has already comes
// in between (Partition.updateAssignmentAndIsr). Then the newcomer counts for having caught up.
function waitsFor(world: World, { broker, replica, role }: Leading, other: BrokerId): boolean {
  if (other === broker || maximalInSync(role.inSync).includes(other)) return true;
  const progress = role.followers[other];
  const image = world.brokers[broker]?.image;
  if (progress === undefined || image === undefined) return false;
  const commitment = { role, logEndOffset: logEndOffset(replica.log), now: world.now };
  const mayJoin: Commitment['isEligible'] = (id, known) => isEligible(image, id, known);
  return counts({ ...commitment, isEligible: mayJoin }, other, progress);
}

/** What a leader calls committed is on every member of its own in-sync set (TLA+ WeakIsr). */
export const committedIsOnOwnSet: Invariant = {
  name: 'What a leader calls committed is on every replica that it counts',
  because: 'the high watermark is the least log end of them',
  asLongAs: NOTHING_IS_LOST,
  brokenIn: (world) =>
    inEachPartition(world, (id, { replicas }) => {
      if (mayLackCommitted(world, id)) return null;
      // Who was reassigned away can never lead, and may hear of it before the leader does.
      return firstMissing(world, id, ({ role }) =>
        maximalInSync(role.inSync).filter((member) => replicas.includes(member)),
      );
    }),
};

/** What a leader calls committed survives any clean election (TLA+ StrongIsr). */
export const committedIsOnTrueSet: Invariant = {
  name: 'What a leader calls committed is on every replica that may be elected cleanly',
  because: 'members join only when they have all of it, and hold it back until then',
  asLongAs: NOTHING_IS_LOST,
  brokenIn: (world) =>
    inEachPartition(world, (id) => {
      if (mayLackCommitted(world, id)) return null;
      return firstMissing(world, id, () => successorsOf(world, id));
    }),
};

/** The promise of acks=all. */
export const acknowledgedIsKept: Invariant = {
  name: 'A record acknowledged with acks=all is on every replica that may be elected cleanly',
  because: 'it was acknowledged when the high watermark had passed it',
  asLongAs: NOTHING_IS_LOST,
  brokenIn: (world) => {
    for (const partition of partitionIdsIn(world.controller.image.partitions)) {
      if (mayLackCommitted(world, partition)) continue;
      for (const broker of successorsOf(world, partition)) {
        const lost = firstLost(world, partition, broker);
        if (lost === null) continue;
        const { id, offset } = lost;
        return `${partition}: record ${id} at offset ${offset} is not on broker ${broker}.`;
      }
    }
    return null;
  },
};

// The oldest one that was acknowledged with acks=all and is not on a broker.
function firstLost(
  world: World,
  partition: PartitionId,
  broker: BrokerId,
): AcknowledgedRecord | null {
  const log = world.brokers[broker]?.replicas[partition]?.log ?? EMPTY_LOG;
  for (const { acknowledged } of rowsOf(world.producers)) {
    for (const page of acknowledged) {
      const records = promisedIn(page)[partition];
      const lost = records === undefined ? null : firstNotIn(records, log);
      if (lost !== null) return lost;
    }
  }
  return null;
}

const promised = new WeakMap<readonly AcknowledgedRecord[], Table<PartitionId, Acknowledged>>();

type Acknowledged = readonly AcknowledgedRecord[];

// What a page says of acks=all, by partition.
function promisedIn(page: Acknowledged): Table<PartitionId, Acknowledged> {
  const before = promised.get(page);
  if (before !== undefined) return before;
  const sorted: Record<PartitionId, AcknowledgedRecord[]> = {};
  for (const record of page) {
    if (record.acks === 'all') (sorted[record.partition] ??= []).push(record);
  }
  promised.set(page, sorted);
  return sorted;
}

const firstNotIn = onceFor(
  (records: Acknowledged, log: Log): AcknowledgedRecord | null =>
    records.find(({ id, offset }) => recordAt(log, offset)?.id !== id) ?? null,
);

function leadersOf(world: World, partition: PartitionId): readonly Leading[] {
  return copiesOf(world, partition).flatMap(({ broker, replica }) =>
    replica.role.type === 'leader' ? [{ broker, replica, role: replica.role }] : [],
  );
}

function firstMissing(
  world: World,
  partition: PartitionId,
  setOf: (leading: Leading) => readonly BrokerId[],
): string | null {
  for (const leading of leadersOf(world, partition)) {
    const { broker, replica } = leading;
    for (const member of setOf(leading)) {
      const copy = world.brokers[member]?.replicas[partition]?.log ?? EMPTY_LOG;
      const offset = firstDifference(replica.log, copy);
      if (offset < replica.highWatermark) {
        return `offset ${offset} is committed on broker ${broker} and not on ${member}.`;
      }
    }
  }
  return null;
}

// The first offset at which another log does not have the same record; its end when it has all.
const firstDifference = onceFor((own: Log, other: Log): Offset => {
  const at = own.records.findIndex((record) => {
    const theirs = recordAt(other, record.offset);
    return record !== theirs && record.id !== theirs?.id;
  });
  return at === -1 ? logEndOffset(own) : own.startOffset + at;
});
