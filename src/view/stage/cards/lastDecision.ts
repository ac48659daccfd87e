import type { Event } from '../../../sim/event';
import type { ToldMoment } from '../../../timeline/mark';

/** What the controller decided last up to a frame, in a few words; null when nothing was told. */
export function lastDecision(told: readonly ToldMoment[], frameIndex: number): string | null {
  for (let at = told.length - 1; at >= 0; at -= 1) {
    const moment = told[at];
    if (!moment || moment.index > frameIndex) continue;
    for (const event of moment.events.toReversed()) {
      const words = decisionWords(event);
      if (words !== null) return words;
    }
  }
  return null;
}

function decisionWords(event: Event): string | null {
  switch (event.type) {
    case 'leaderElected':
      return `elected broker ${event.leader} for ${event.partition}`;
    case 'partitionWentOffline':
      return `no leader for ${event.partition}`;
    case 'inSyncReplicasChanged':
      return `${event.partition} in sync: ${event.to.join(', ')}`;
    case 'brokerFenced':
      return `fenced broker ${event.broker}`;
    case 'brokerUnfenced':
      return `unfenced broker ${event.broker}`;
    case 'brokerRegistered':
      return `registered broker ${event.broker}`;
    case 'registrationRefused':
      return `refused broker ${event.broker}`;
    default:
      return null;
  }
}
