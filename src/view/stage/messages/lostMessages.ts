import type { Flight } from '../../../sim/message';
import type { Happened } from '../effects/happenings';
import { CUT_AT } from './cutWays';
import { type Sprite, spritesOf } from './sprite';

/** A message that reached nobody, and when it was seen to die. */
export interface Lost {
  readonly sprite: Sprite;
  /** Story second. */
  readonly at: number;
  /** How far it came: to where its way is cut, or to a receiver that was not there. */
  readonly share: number;
}

/**
 * Messages that died a moment ago.
 *
 * @param flightBefore the flight of an id as it was before a story second, null when unknown
 */
export function lostMessages(
  events: readonly Happened[],
  flightBefore: (id: number, story: number) => Flight | null,
): readonly Lost[] {
  return events.flatMap(({ event, story }) => {
    if (event.type !== 'messageLost' || event.background) return [];
    const flight = flightBefore(event.flightId, story);
    const share = event.because === 'linkCut' ? CUT_AT : 1;
    return flight ? spritesOf(flight).map((sprite) => ({ sprite, at: story, share })) : [];
  });
}
