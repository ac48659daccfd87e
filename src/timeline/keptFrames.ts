import type { Frame } from './frame';

const KEYFRAME_EVERY = 64;

/** The frames of a run that are held in memory: the latest ones, and keyframes among the others. */
export interface KeptFrames {
  /** By index; null where a frame has been let go. */
  readonly frames: (Frame | null)[];
  keyframeEvery: number;
}

/** Holds the first frame of a run, which is never let go. */
export function keepFirst(frame: Frame): KeptFrames {
  return { frames: [frame], keyframeEvery: KEYFRAME_EVERY };
}

/** The latest frame that is held at or before an index. Throws when the index is beyond the end. */
export function nearestKept(kept: KeptFrames, index: number): Frame {
  for (let at = index; at >= 0; at -= 1) {
    const frame = kept.frames[at];
    if (frame === undefined) break;
    if (frame !== null) return frame;
  }
  throw new RangeError(`There is no frame ${index} yet.`);
}
