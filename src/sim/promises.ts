import type { AcknowledgedRecord, ProducerState } from './client/state';
import { recordAt } from './broker/log';
import type { Log } from './broker/log';
import { brokerOf, NO_LEADER } from './ids';
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

// A world never changes, and several ask it the same: each of its producers is counted once.
const known = new WeakMap<World, Map<ProducerState, Promises>>();

/**
 * Counts the promises made and kept (KIP-966 for who may be elected cleanly).
 *
 * @param producers to whom they were made; left out: all that there are
 */
export function promisesOf(world: World, producers = rowsOf(world.producers)): Promises {
  const each = known.get(world) ?? new Map<ProducerState, Promises>();
  known.set(world, each);
  const sum = { acknowledged: 0, safe: 0, lost: 0, failed: 0, underWay: 0 };
  for (const producer of producers) {
    const counts = each.get(producer) ?? promisesTo(producer, world);
    each.set(producer, counts);
    sum.acknowledged += counts.acknowledged;
    sum.safe += counts.safe;
    sum.lost += counts.lost;
    sum.failed += counts.failed;
    sum.underWay += counts.underWay;
  }
  return sum;
}

function promisesTo({ acknowledged, failed, batches }: ProducerState, world: World): Promises {
  let [safe, lost, underWay] = [0, 0, 0];
  for (const { records } of batches) underWay += records.length;
  const standings: { [partition in PartitionId]?: (record: AcknowledgedRecord) => Standing } = {};
  for (const page of acknowledged) {
    for (const record of page) {
      const standing = (standings[record.partition] ??= standingIn(world, record.partition));
      const now = standing(record);
      if (now === 'safe') safe++;
      if (now === 'lost') lost++;
    }
  }
  return { acknowledged: countOf(acknowledged), safe, lost, failed: countOf(failed), underWay };
}

/** Where the acknowledged records of one partition stand: asked of each in turn. */
export function standingIn(
  world: World,
  partition: PartitionId,
): (record: AcknowledgedRecord) => Standing {
  const registration = world.controller.image.partitions[partition];
  if (registration === undefined) return () => 'lost';
  const { inSync, eligible } = registration;
  const successors = [...inSync, ...eligible].map((id) => copyIn(logOn(world, id, partition)));
  const goesOn = goingOnLogs(world, partition).map(copyIn);
  const isLed = isLedAsDecided(world, partition);
  const told = new Set(isLed ? [] : world.lostRecords[partition]);
  return (record) => {
    // What a leader went on without is not there again because that leader is gone, too.
    if (told.has(record.id)) return 'lost';
    if (successors.length > 0 && successors.every((has) => has(record))) return 'safe';
    if (isOnItsWay(world, record)) return 'atRisk';
    if (isLed) return goesOn.some((has) => has(record)) ? 'atRisk' : 'lost';
    const isThere = goesOn.some((has) => has(record)) || isBeingCopied(world, record);
    return isThere ? 'atRisk' : 'lost';
  };
}

/**
 * The logs that a partition may go on with: its leader's, for what is not there will never be read
 * again; every copy as long as nobody has taken over as the controller decided.
 */
export function goingOnLogs(world: World, partition: PartitionId): readonly Log[] {
  const registration = world.controller.image.partitions[partition];
  if (registration === undefined) return [];
  const { leader, replicas } = registration;
  const brokers = isLedAsDecided(world, partition) ? [leader] : replicas;
  return brokers.flatMap((broker) => logOn(world, broker, partition) ?? []);
}

function logOn(world: World, broker: BrokerId, partition: PartitionId): Log | undefined {
  return world.brokers[broker]?.replicas[partition]?.log;
}

/** Whether a copy of a partition has a record. */
type Copy = (record: AcknowledgedRecord) => boolean;

// The producer may not know the offset, or the log may have the record at another one as well: then
// the record itself is looked for.
function copyIn(log: Log | undefined): Copy {
  if (log === undefined) return () => false;
  let ids: ReadonlySet<number> | null = null;
  return ({ id, offset }) => {
    if (offset !== -1 && recordAt(log, offset)?.id === id) return true;
    ids ??= new Set(log.records.map((record) => record.id));
    return ids.has(id);
  };
}

/** Whether a partition has a leader that knows it: one that has not heard of it decides nothing. */
export function isLedAsDecided(world: World, partition: PartitionId): boolean {
  const { leader, leaderEpoch } = rowOf(world.controller.image.partitions, partition);
  if (leader === NO_LEADER) return false;
  const replica = world.brokers[leader]?.replicas[partition];
  return replica?.role.type === 'leader' && replica.leaderEpoch === leaderEpoch;
}

// With acks=0 a record is acknowledged when it sets out.
function isOnItsWay(world: World, record: AcknowledgedRecord): boolean {
  return record.offset === -1 && isUnderWay(world, record);
}

/** Whether a request with a record is on the wire, or waits at a process that stands still. */
export function isUnderWay(
  world: World,
  { id, partition }: Pick<AcknowledgedRecord, 'id' | 'partition'>,
): boolean {
  return isOnTheWire(
    world,
    ({ message }) =>
      message.type === 'produceRequest' &&
      message.partition === partition &&
      message.records.some((record) => record.id === id),
  );
}

// A follower that gets it may lead, though the leader from whom it comes is gone.
function isBeingCopied(world: World, { id, partition }: AcknowledgedRecord): boolean {
  return isOnTheWire(
    world,
    ({ message, to }) =>
      message.type === 'fetchResponse' &&
      brokerOf(to) !== null &&
      message.partitions.some(
        (each) => each.partition === partition && each.records.some((record) => record.id === id),
      ),
  );
}

function isOnTheWire(world: World, isIt: (flight: Flight) => boolean): boolean {
  if (world.network.held.some(({ flight }) => isIt(flight))) return true;
  return world.flights.some(isIt) || rowsOf(world.brokers).some(({ inbox }) => inbox.some(isIt));
}
