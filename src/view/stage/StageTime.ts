import { createContext, useContext } from 'react';
import { shareOfWay, type Travel } from '../../sim/flight';
import type { MovingValue } from '../../store/movingValue';
import { clamp } from './layout/geometry';
import { type MovingStyle, useMoving } from './useMoving';

/** What moves the picture: nothing else on the stage knows of time. */
export interface StageTime {
  /** Story seconds; where much happens at once, in steps while the story plays. */
  readonly playhead: MovingValue;
  /** Fractional ticks. */
  readonly clusterTime: MovingValue;
  /** The story goes on by itself. */
  readonly playing: boolean;
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

/** Something that marks a change, by the share of its time that has passed, in story seconds. */
export function useMark(at: number, seconds: number, draw: (progress: number) => MovingStyle) {
  const { playhead, reducedMotion } = useStageTime();
  return useMoving(playhead, (now) =>
    draw(reducedMotion ? STILL_AT : passed(now, at, at + seconds)),
  );
}

/**
 * Something that moves because of a change, drawn like a mark while the story plays. A picture
 * that stands still shows what is, not what was: there it has arrived.
 *
 * @param at story second of the change; null where there was none
 * @param restsAt the share at which it has arrived
 */
export function useMove(
  at: number | null,
  seconds: number,
  draw: (progress: number) => MovingStyle,
  restsAt = 1,
) {
  const { playhead, playing, reducedMotion } = useStageTime();
  const moves = playing && !reducedMotion;
  const moving = useMoving(playhead, (now) =>
    draw(moves && at !== null ? passed(now, at, at + seconds) : restsAt),
  );
  return at === null ? STILL : moving;
}

const STILL = { ref: null, style: undefined };

/**
 * Something on its way, by how much of it is behind it.
 *
 * @param stoppedAt the share at which it stands still, null while it moves
 */
export function useFlight(
  travel: Travel,
  stoppedAt: number | null,
  draw: (progress: number) => MovingStyle,
) {
  const { clusterTime, reducedMotion } = useStageTime();
  return useMoving(clusterTime, (now) =>
    draw(stoppedAt ?? (reducedMotion ? STILL_AT : shareOfWay(travel, now))),
  );
}

/** Fast at first, then slow: share of a way after a share of the time. */
export function easeOut(progress: number): number {
  return 1 - (1 - progress) ** 3;
}
