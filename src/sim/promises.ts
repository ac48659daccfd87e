import type { AcknowledgedRecord } from './client/state';
import { recordAt } from './broker/log';
import type { Log } from './broker/log';
import { NO_LEADER } from './ids';
import type { BrokerId } from './ids';
import { countOf } from './ledger';
import { rowsOf } from './table';
import type { World } from './world';

/** What became of the records that were produced so far. */
export interface Promises {
  /** The producer was told that they are written. */
  readonly acknowledged: number;
  /** Acknowledged, and on every replica that may be elected cleanly. */
  readonly safe: number;
  /** Acknowledged, and no longer in the log that the partition goes on with. */
  readonly lost: number;
  /** The producer was told that they failed. */
  readonly failed: number;
  /** Not yet acknowledged and not yet failed. */
  readonly underWay: number;
}

/** Where an acknowledged record stands now. */
export type Standing = 'safe' | 'atRisk' | 'lost';

/** Counts the promises made and kept (KIP-966 for who may be elected cleanly). */
export function promisesOf(world: World): Promises {
  const counts = { acknowledged: 0, safe: 0, lost: 0, failed: 0, underWay: 0 };
  for (const { acknowledged, failed, batches } of rowsOf(world.producers)) {
    counts.acknowledged += countOf(acknowledged);
    counts.failed += countOf(failed);
    for (const { records } of batches) counts.underWay += records.length;
    for (const page of acknowledged) {
      for (const record of page) {
        const standing = standingOf(world, record);
        if (standing === 'safe') counts.safe++;
        if (standing === 'lost') counts.lost++;
      }
    }
  }
  return counts;
}

/** Where one acknowledged record stands. */
export function standingOf(world: World, record: AcknowledgedRecord): Standing {
  const partition = world.controller.image.partitions[record.partition];
  if (partition === undefined) return 'lost';
  const { leader, inSync, eligible } = partition;
  const has = (broker: BrokerId): boolean => {
    const replica = world.brokers[broker]?.replicas[record.partition];
    return replica !== undefined && holds(replica.log, record);
  };
  const successors = [...inSync, ...eligible];
  if (successors.length > 0 && successors.every(has)) return 'safe';
  if (isOnItsWay(world, record)) return 'atRisk';
  // The partition goes on with its leader's log; what is not there will never be read again.
  if (leader !== NO_LEADER && hasTakenOver(world, leader, record)) {
    return has(leader) ? 'atRisk' : 'lost';
  }
  return partition.replicas.some(has) ? 'atRisk' : 'lost';
}

// With acks=0 the producer never learnt the offset, so the record itself is looked for.
function holds(log: Log, { id, offset }: AcknowledgedRecord): boolean {
  if (offset !== -1) return recordAt(log, offset)?.id === id;
  return log.records.some((record) => record.id === id);
}

// A new leader that has not heard of its election yet has decided nothing.
function hasTakenOver(world: World, leader: BrokerId, { partition }: AcknowledgedRecord): boolean {
  const replica = world.brokers[leader]?.replicas[partition];
  const decided = world.controller.image.partitions[partition]?.leaderEpoch;
  return replica?.role.type === 'leader' && replica.leaderEpoch === decided;
}

// With acks=0 a record is acknowledged when it sets out.
function isOnItsWay(world: World, { id, partition, offset }: AcknowledgedRecord): boolean {
  if (offset !== -1) return false;
  const unread = rowsOf(world.brokers).flatMap(({ inbox }) => inbox);
  return [...world.flights, ...unread].some(
    ({ message }) =>
      message.type === 'produceRequest' &&
      message.partition === partition &&
      message.records.some((record) => record.id === id),
  );
}
