import type { Event } from './event';
import type { World } from './world';

/**
 * The events of a tick with what only the controller knows: who leads, where a broker has appended
 * or refused that leads no more, and whether a record was answered for by a leader that is alone in
 * sync. Neither broker nor producer can say so (ReplicaManager.appendRecords asks nobody).
 */
export function withLeaderNow(
  events: readonly Event[],
  { controller }: Pick<World, 'controller'>,
): readonly Event[] {
  return events.map((event) => {
    const isAnswer = event.type === 'recordsAcknowledged';
    if (!isAnswer && event.type !== 'recordsAppended' && event.type !== 'produceRefused')
      return event;
    const { partition, broker } = event;
    const decided = controller.image.partitions[partition];
    if (isAnswer) {
      return decided?.inSync.join() === `${broker}` ? { ...event, isAlone: true } : event;
    }
    const leaderNow = decided?.leader;
    return leaderNow === undefined || leaderNow === broker ? event : { ...event, leaderNow };
  });
}
