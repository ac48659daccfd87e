import type { AcknowledgedRecord } from './client/state';
import type { Event, PromiseBroken } from './event';
import { brokerOf, partitionIdsIn } from './ids';
import type { BrokerId, PartitionId } from './ids';
import { findLatest } from './ledger';
import type { FetchResponse } from './message';
import { standingIn } from './promises';
import { namesOf } from './recordNames';
import { rowOf, rowsOf } from './table';
import type { World } from './world';

/**
 * What was promised and is lost: told when a leader takes over whose log lacks records that the
 * producer was told are written, when the last log that had them is gone, when an old leader
 * promises what is nowhere else, or when a request dies that nobody waits for (acks=0). Kafka
 * itself never notices.
 */
export function brokenPromises(
  before: World,
  after: World,
  events: readonly Event[],
): readonly PromiseBroken[] {
  const untold = untoldSince(before);
  const looked = new Set<PartitionId>();
  return events.flatMap((event) => {
    if (event.type === 'recordsAcknowledged') return lostFromTheBeginning(after, event, untold);
    return partitionsOf(before, event).flatMap((partition) => {
      const broker = brokerIn(event);
      if (looked.has(partition) || broker === null) return [];
      const lost = lostIn(after, partition);
      const { leaderEpoch } = rowOf(after.controller.image.partitions, partition);
      const broken = brokenBy(after, lost, { partition, leader: broker, leaderEpoch }, untold);
      if (broken.length > 0) looked.add(partition);
      return broken;
    });
  });
}

// A leader that does not know that it leads no more has answered for them.
function lostFromTheBeginning(
  after: World,
  { partition, producer, recordIds }: Extract<Event, { type: 'recordsAcknowledged' }>,
  untold: Untold,
): readonly PromiseBroken[] {
  const known = after.controller.image.partitions[partition];
  if (known === undefined) return [];
  const { leader, leaderEpoch } = known;
  const ledger = after.producers[producer]?.acknowledged ?? [];
  const promised = recordIds.flatMap((id) => findLatest(ledger, (one) => one.id === id) ?? []);
  const standing = standingIn(after, partition);
  const lost = promised.filter((record) => standing(record) === 'lost');
  return brokenBy(after, lost, { partition, leader, leaderEpoch }, untold);
}

function brokenBy(
  after: World,
  all: readonly AcknowledgedRecord[],
  where: Pick<PromiseBroken, 'partition' | 'leader' | 'leaderEpoch'>,
  untold: Untold,
): readonly PromiseBroken[] {
  const lost = untold(all);
  const acks = lost[0]?.acks;
  if (acks === undefined) return [];
  const by = permittedBy(after, where.partition, where.leader, acks);
  return [{ type: 'promiseBroken', ...where, by, acks, ...namesOf(lost) }];
}

type Untold = (lost: readonly AcknowledgedRecord[]) => readonly AcknowledgedRecord[];

/** Lets each loss through once, and none that was told before. */
function untoldSince({ lostRecords }: World): Untold {
  let told: Set<number> | null = null;
  return (lost) => {
    if (lost.length === 0) return lost;
    const known = (told ??= new Set(rowsOf(lostRecords).flat()));
    const news = lost.filter(({ id }) => !known.has(id));
    for (const { id } of news) known.add(id);
    return news;
  };
}

// Where an event may have made an end of records.
function partitionsOf({ controller, flights }: World, event: Event): readonly PartitionId[] {
  switch (event.type) {
    case 'becameLeader':
    case 'unflushedRecordsLost':
    case 'produceRefused':
      return [event.partition];
    case 'messageLost': {
      const message = flights.find(({ id }) => id === event.flightId)?.message;
      if (message?.type === 'produceRequest') return [message.partition];
      return message?.type === 'fetchResponse' ? partitionsWithRecords(message) : [];
    }
    case 'brokerCrashed':
    case 'powerLost':
    case 'instanceLost':
    case 'disksReplaced':
      return partitionIdsIn(controller.image.partitions);
    default:
      return [];
  }
}

function partitionsWithRecords({ partitions }: FetchResponse): readonly PartitionId[] {
  return partitions.filter(({ records }) => records.length > 0).map(({ partition }) => partition);
}

// Whose doing it was, or with whom it would have arrived.
function brokerIn(event: Event): BrokerId | null {
  if (event.type === 'messageLost') return brokerOf(event.to);
  return 'broker' in event ? event.broker : null;
}

function permittedBy(
  world: World,
  partition: PartitionId,
  broker: BrokerId,
  acks: PromiseBroken['acks'],
): PromiseBroken['by'] {
  if ((world.controller.uncleanElections[partition] ?? 0) > 0) return 'uncleanElection';
  const hasLostThem = (world.brokers[broker]?.dataLosses[partition] ?? 0) > 0;
  return acks === 'all' || hasLostThem ? 'dataLoss' : 'acks';
}

function lostIn(after: World, partition: PartitionId): readonly AcknowledgedRecord[] {
  const standing = standingIn(after, partition);
  return rowsOf(after.producers).flatMap(({ acknowledged }) =>
    acknowledged.flatMap((page) =>
      page.filter((record) => record.partition === partition && standing(record) === 'lost'),
    ),
  );
}
