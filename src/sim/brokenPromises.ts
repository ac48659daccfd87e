import type { AcknowledgedRecord } from './client/state';
import type { Event, PromiseBroken } from './event';
import { brokerOf, partitionIdsIn } from './ids';
import type { BrokerId, PartitionId } from './ids';
import { findLatest } from './ledger';
import { standingIn } from './promises';
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
  const told = new Set<PartitionId>();
  return events.flatMap((event) => {
    if (event.type === 'recordsAcknowledged') return lostFromTheBeginning(after, event);
    return partitionsOf(before, event).flatMap((partition) => {
      const broker = brokerIn(event);
      if (told.has(partition) || broker === null) return [];
      const lost = newlyLost(before, after, partition);
      const acks = lost[0]?.acks;
      if (acks === undefined) return [];
      told.add(partition);
      const leader = broker;
      const { leaderEpoch } = rowOf(after.controller.image.partitions, partition);
      const by = permittedBy(after, partition, leader, acks);
      return broken(lost, { partition, leader, leaderEpoch, by });
    });
  });
}

// A leader that does not know that it leads no more has answered for them.
function lostFromTheBeginning(
  after: World,
  { partition, producer, recordIds, acks }: Extract<Event, { type: 'recordsAcknowledged' }>,
): readonly PromiseBroken[] {
  const known = after.controller.image.partitions[partition];
  if (known === undefined) return [];
  const { leader, leaderEpoch } = known;
  const ledger = after.producers[producer]?.acknowledged ?? [];
  const promised = recordIds.flatMap((id) => findLatest(ledger, (one) => one.id === id) ?? []);
  const standing = standingIn(after, partition);
  const lost = promised.filter((record) => standing(record) === 'lost');
  const by = permittedBy(after, partition, leader, acks);
  return broken(lost, { partition, leader, leaderEpoch, by });
}

function broken(
  lost: readonly AcknowledgedRecord[],
  where: Pick<PromiseBroken, 'partition' | 'leader' | 'leaderEpoch' | 'by'>,
): readonly PromiseBroken[] {
  const acks = lost[0]?.acks;
  if (acks === undefined) return [];
  return [{ type: 'promiseBroken', ...where, acks, recordIds: lost.map(({ id }) => id) }];
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
      return message?.type === 'produceRequest' ? [message.partition] : [];
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

function newlyLost(
  before: World,
  after: World,
  partition: PartitionId,
): readonly AcknowledgedRecord[] {
  const [standingBefore, standing] = [standingIn(before, partition), standingIn(after, partition)];
  const isNewlyLost = (record: AcknowledgedRecord): boolean =>
    record.partition === partition &&
    standing(record) === 'lost' &&
    standingBefore(record) !== 'lost';
  return rowsOf(after.producers).flatMap(({ acknowledged }) =>
    acknowledged.flatMap((page) => page.filter(isNewlyLost)),
  );
}
