import { lastToldBefore } from '../../store/selectors';
import type { HighwaterState } from '../../store/state';
import type { Caption } from '../../timeline/caption';
import type { ToldMoment } from '../../timeline/mark';

/** What there is to say where nothing has happened yet. */
export const OPENING =
  'Press Produce: follow one record until it is safe. Or click a broker to crash it.';

/** What is said of a moment; null of none. */
export function captionAt(
  { engine, recording }: HighwaterState,
  moment: ToldMoment | null,
): Caption | null {
  return engine && moment && engine.captionOf(recording, moment);
}

/** What just happened at the moment shown and why; null before anything has. */
export function captionHere(state: HighwaterState): Caption | null {
  return captionAt(state, lastToldBefore(state));
}

/** What just happened at the moment shown, as one sentence. */
export function sentenceOf(state: HighwaterState): string {
  return captionHere(state)?.what ?? state.watch ?? OPENING;
}
