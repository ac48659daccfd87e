import type { MotionValue } from 'framer-motion';
import { useTransform } from 'framer-motion';
import { createContext, useContext } from 'react';
import { clamp } from './layout/geometry';

/** What moves the picture: nothing else on the stage knows of time. */
export interface StageTime {
  /** Story seconds. */
  readonly playhead: MotionValue<number>;
  /** Fractional ticks. */
  readonly clusterTime: MotionValue<number>;
  /** Nothing moves: what would be moving stands half way. */
  readonly reducedMotion: boolean;
}

export const StageTimeContext = createContext<StageTime | null>(null);

export function useStageTime(): StageTime {
  const time = useContext(StageTimeContext);
  if (time === null) throw new Error('This stands on a stage: it needs a StageTimeContext.');
  return time;
}

/** Which share of an interval has passed, 0 to 1. */
export function passed(now: number, from: number, to: number): number {
  return to <= from ? 1 : clamp((now - from) / (to - from), 0, 1);
}

/** Where a moving thing is shown that must not move. */
const STILL_AT = 0.5;

/**
 * Something drawn from the share of an effect that has passed, in story seconds.
 *
 * @param stillAt the share at which it is drawn when nothing may move
 */
export function useEffectProgress<Drawn>(
  at: number,
  seconds: number,
  draw: (progress: number) => Drawn,
  stillAt = STILL_AT,
): MotionValue<Drawn> {
  const { playhead, reducedMotion } = useStageTime();
  return useTransform(playhead, (now) =>
    draw(reducedMotion ? stillAt : passed(now, at, at + seconds)),
  );
}

/** Something drawn from the share of an interval of cluster time that has passed. */
export function useFlightProgress<Drawn>(
  sentAt: number,
  arrivesAt: number,
  draw: (progress: number) => Drawn,
): MotionValue<Drawn> {
  const { clusterTime, reducedMotion } = useStageTime();
  return useTransform(clusterTime, (now) =>
    draw(reducedMotion ? STILL_AT : passed(now, sentAt, arrivesAt)),
  );
}

/** Fast at first, then slow: share of a way after a share of the time. */
export function easeOut(progress: number): number {
  return 1 - (1 - progress) ** 3;
}
