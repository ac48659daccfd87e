import type { AcknowledgedRecord } from './client/state';
import type { Event, PromiseBroken } from './event';
import type { PartitionId } from './ids';
import { standingOf } from './promises';
import { rowsOf } from './table';
import type { World } from './world';

/**
 * What was promised and is lost: told when a leader takes over whose log lacks records that the
 * producer was told are written, or when an old leader promises what is nowhere else. Kafka itself
 * never notices.
 */
export function brokenPromises(
  before: World,
  after: World,
  events: readonly Event[],
): readonly PromiseBroken[] {
  return events.flatMap((event) => {
    if (event.type === 'becameLeader') {
      const { partition, broker: leader, leaderEpoch } = event;
      const wasUnclean = (after.controller.uncleanElections[partition] ?? 0) > 0;
      const by = wasUnclean ? 'uncleanElection' : 'acks';
      const lost = newlyLost(before, after, partition);
      return broken(lost, { partition, leader, leaderEpoch, by });
    }
    return event.type === 'recordsAcknowledged' ? lostFromTheBeginning(after, event) : [];
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
  // It is one of the last ones.
  const latest = after.producers[producer]?.acknowledged.slice(-4).flat() ?? [];
  const promised = recordIds.flatMap((id) => latest.findLast((one) => one.id === id) ?? []);
  const lost = promised.filter((record) => standingOf(after, record) === 'lost');
  const by = acks === 'all' ? 'uncleanElection' : 'acks';
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

function newlyLost(
  before: World,
  after: World,
  partition: PartitionId,
): readonly AcknowledgedRecord[] {
  return rowsOf(after.producers).flatMap(({ acknowledged }) =>
    acknowledged.flatMap((page) =>
      page.filter(
        (record) =>
          record.partition === partition &&
          standingOf(after, record) === 'lost' &&
          standingOf(before, record) !== 'lost',
      ),
    ),
  );
}
