import type { Hidden } from '../lessons/scene';
import type { World } from '../sim/world';
import { countWhile } from '../timeline/countWhile';
import type { Frame } from '../timeline/frame';
import type { ToldMoment } from '../timeline/mark';
import { frame, isAtRest, lastStory, toldMoments } from '../timeline/recording';
import type { HighwaterState } from './state';

/** The frame at the playhead. */
export function frameOf({ recording, frameIndex }: HighwaterState): Frame {
  return frame(recording, frameIndex);
}

/** The cluster at the playhead. */
export function worldOf(state: HighwaterState): World {
  return frameOf(state).world;
}

const NOBODY: readonly Hidden[] = [];

/** Who is left out of the picture, because the scene that is shown is not about them. */
export function hidesOf({ scene }: HighwaterState): readonly Hidden[] {
  return scene?.hides ?? NOBODY;
}

/** What was told last at the moment shown; null while nothing has been told yet. */
export function lastToldBefore({ recording, frameIndex }: HighwaterState): ToldMoment | null {
  const told = toldMoments(recording);
  return told[countWhile(told, ({ index }) => index <= frameIndex) - 1] ?? null;
}

/** How many of the promises that are watched have been broken up to the moment shown. */
export function brokenCount({ engine, recording, frameIndex }: HighwaterState): number {
  if (!engine) return 0;
  const breaks = engine.promiseBreaks(recording);
  return breaks.filter(({ happening }) => happening.index <= frameIndex).length;
}

/** Whether the moment shown is the end of a settled cluster: nothing comes of itself. */
export function isAtSettledEnd({ recording, playhead }: HighwaterState): boolean {
  return isAtRest(recording) && playhead >= lastStory(recording);
}
