import type { AcknowledgedRecord } from './client/state';
import { recordAt } from './broker/log';
import type { Log } from './broker/log';
import { NO_LEADER } from './ids';
import type { BrokerId, PartitionId } from './ids';
import { countOf } from './ledger';
import type { Flight } from './message';
import { rowOf, rowsOf } from './table';
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
  const standings: { [partition in PartitionId]?: (record: AcknowledgedRecord) => Standing } = {};
  for (const { acknowledged, failed, batches } of rowsOf(world.producers)) {
    counts.acknowledged += countOf(acknowledged);
    counts.failed += countOf(failed);
    for (const { records } of batches) counts.underWay += records.length;
    for (const page of acknowledged) {
      for (const record of page) {
        const standing = (standings[record.partition] ??= standingIn(world, record.partition));
        const now = standing(record);
        if (now === 'safe') counts.safe++;
        if (now === 'lost') counts.lost++;
      }
    }
  }
  return counts;
}

/** Where the acknowledged records of one partition stand: asked of each in turn. */
export function standingIn(
  world: World,
  partition: PartitionId,
): (record: AcknowledgedRecord) => Standing {
  const registration = world.controller.image.partitions[partition];
  if (registration === undefined) return () => 'lost';
  const { leader, inSync, eligible, replicas } = registration;
  const copyOf = (broker: BrokerId): Copy =>
    copyIn(world.brokers[broker]?.replicas[partition]?.log);
  const successors = [...inSync, ...eligible].map(copyOf);
  const [led, anywhere] = [copyOf(leader), replicas.map(copyOf)];
  const hasTakenOver = isLedAsDecided(world, partition);
  return (record) => {
    if (successors.length > 0 && successors.every((has) => has(record))) return 'safe';
    if (isOnItsWay(world, record)) return 'atRisk';
    // The partition goes on with its leader's log; what is not there will never be read again.
    if (hasTakenOver) return led(record) ? 'atRisk' : 'lost';
    return anywhere.some((has) => has(record)) ? 'atRisk' : 'lost';
  };
}

/** Whether a copy of a partition has a record. */
type Copy = (record: AcknowledgedRecord) => boolean;

// With acks=0 the producer never learnt the offset, so the record itself is looked for.
function copyIn(log: Log | undefined): Copy {
  if (log === undefined) return () => false;
  let ids: ReadonlySet<number> | null = null;
  return ({ id, offset }) => {
    if (offset !== -1) return recordAt(log, offset)?.id === id;
    ids ??= new Set(log.records.map((record) => record.id));
    return ids.has(id);
  };
}

// A new leader that has not heard of its election yet has decided nothing.
function isLedAsDecided(world: World, partition: PartitionId): boolean {
  const { leader, leaderEpoch } = rowOf(world.controller.image.partitions, partition);
  if (leader === NO_LEADER) return false;
  const replica = world.brokers[leader]?.replicas[partition];
  return replica?.role.type === 'leader' && replica.leaderEpoch === leaderEpoch;
}

// With acks=0 a record is acknowledged when it sets out.
function isOnItsWay(world: World, { id, partition, offset }: AcknowledgedRecord): boolean {
  if (offset !== -1) return false;
  const isIt = ({ message }: Flight): boolean =>
    message.type === 'produceRequest' &&
    message.partition === partition &&
    message.records.some((record) => record.id === id);
  return world.flights.some(isIt) || rowsOf(world.brokers).some(({ inbox }) => inbox.some(isIt));
}
