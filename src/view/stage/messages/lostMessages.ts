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

/** A message as it was last seen, and how much of its way it then had behind it. */
export interface LastSeen {
  readonly flight: Flight;
  readonly share: number;
}

/**
 * Messages that died a moment ago.
 *
 * @param flightBefore the flight of an id as it was at a story second, null when unknown
 */
export function lostMessages(
  events: readonly Happened[],
  flightBefore: (id: number, story: number) => LastSeen | null,
): readonly Lost[] {
  return events.flatMap(({ event, story }) => {
    if (event.type !== 'messageLost') return [];
    const { flightId, background, because } = event;
    if (background && because !== 'dropped') return [];
    const seen = flightBefore(flightId, story);
    if (!seen) return [];
    const share = because === 'linkCut' ? CUT_AT : seen.share;
    return spritesOf(seen.flight).map((sprite) => ({ sprite, at: story, share }));
  });
}
