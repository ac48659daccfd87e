import type { Event } from './event';
import type { World } from './world';

/**
 * The events of a tick; what was appended or refused by a broker that is leader no longer names who
 * is. The broker itself cannot say so: it does not know (ReplicaManager.appendRecords asks nobody).
 */
export function withLeaderNow(
  events: readonly Event[],
  { controller }: Pick<World, 'controller'>,
): readonly Event[] {
  return events.map((event) => {
    if (event.type !== 'recordsAppended' && event.type !== 'produceRefused') return event;
    const leaderNow = controller.image.partitions[event.partition]?.leader;
    return leaderNow === undefined || leaderNow === event.broker ? event : { ...event, leaderNow };
  });
}
