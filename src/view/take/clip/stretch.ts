import { lastToldBefore } from '../../../store/selectors';
import type { HighwaterState } from '../../../store/state';
import { lastStory } from '../../../timeline/recording';

/** A part of the story, in story seconds. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A longer clip is too large to be sent around. */
export const SECONDS_MAX = 30;

const SECONDS = 4;
/** Of what led to the event. */
const BEFORE = 1.5;

/** What was told last, with a little before and after it; the beginning while nothing was told. */
export function usualStretch(state: HighwaterState): Stretch {
  const end = lastStory(state.recording);
  const told = lastToldBefore(state)?.story ?? 0;
  const from = Math.max(0, Math.min(told - BEFORE, end - SECONDS));
  return { from, to: Math.min(end, from + SECONDS) };
}

/** The same within what is recorded, forwards, and not too long. */
export function tidied({ from, to }: Stretch, end: number): Stretch {
  const first = Math.min(from, to, end);
  return { from: first, to: Math.min(Math.max(from, to), end, first + SECONDS_MAX) };
}

/** The playhead of each picture of a clip: the first at its beginning, and none behind its end. */
export function playheadsOf({ from, to }: Stretch, perSecond: number): readonly number[] {
  // A hair more, or rounding would lose the last.
  const count = Math.floor((to - from) * perSecond + 1e-6) + 1;
  return Array.from({ length: count }, (_, nth) => from + nth / perSecond);
}
