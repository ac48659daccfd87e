import type { AcknowledgedRecord } from './client/state';
import type { Event, PromiseBroken } from './event';
import type { PartitionId } from './ids';
import { standingOf } from './promises';
import { rowsOf } from './table';
import type { World } from './world';

/**
 * What was promised and is lost now: told when a leader takes over whose log lacks records that
 * the producer was told are written. Kafka itself never notices.
 */
export function brokenPromises(
  before: World,
  after: World,
  events: readonly Event[],
): readonly PromiseBroken[] {
  const broken: PromiseBroken[] = [];
  for (const event of events) {
    if (event.type !== 'becameLeader') continue;
    const { partition, broker, leaderEpoch } = event;
    const lost = newlyLost(before, after, partition);
    const acks = lost[0]?.acks;
    if (acks === undefined) continue;
    const wasUnclean = (after.controller.uncleanElections[partition] ?? 0) > 0;
    const by = wasUnclean ? 'uncleanElection' : 'acks';
    const recordIds = lost.map(({ id }) => id);
    const type = 'promiseBroken';
    broken.push({ type, partition, recordIds, acks, leader: broker, leaderEpoch, by });
  }
  return broken;
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
