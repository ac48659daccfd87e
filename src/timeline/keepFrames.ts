import type { Frame } from './frame';
import type { KeptFrames } from './keptFrames';

/** How many of the latest frames are kept whole. */
const LATEST_MAX = 64;
/** When there would be more, every other keyframe is let go. */
const KEYFRAMES_MAX = 128;

/** Holds what another run holds before a frame, and the frame itself. */
export function keepUpTo(kept: KeptFrames, frame: Frame): KeptFrames {
  return {
    frames: [...kept.frames.slice(0, frame.index), frame],
    keyframeEvery: kept.keyframeEvery,
  };
}

/** Holds the next frame of a run, and lets go of one that has become too old. */
export function keepNext(kept: KeptFrames, frame: Frame): void {
  kept.frames.push(frame);
  const oldest = frame.index - LATEST_MAX;
  if (oldest > 0 && oldest % kept.keyframeEvery !== 0) kept.frames[oldest] = null;
  if (frame.index < KEYFRAMES_MAX * kept.keyframeEvery) return;
  kept.keyframeEvery *= 2;
  letGoUpTo(kept, oldest);
}

/** Lets go of all but keyframes and the last frame: nobody looks at this run for the moment. */
export function keepKeyframesOnly(kept: KeptFrames): void {
  letGoUpTo(kept, kept.frames.length - 2);
}

function letGoUpTo(kept: KeptFrames, last: number): void {
  for (let index = 1; index <= last; index += 1) {
    if (index % kept.keyframeEvery !== 0) kept.frames[index] = null;
  }
}
