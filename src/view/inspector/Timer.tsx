import type { Tick } from '../../sim/ids';
import { useClusterTime } from '../../store/HighwaterContext';
import { passed } from '../stage/StageTime';
import { useMoving, useMovingText } from '../stage/useMoving';
import { shortClockText } from '../transport/clockText';

/** Something that runs out by the cluster's clock. */
export interface TimerProps {
  /** What it is, and its limit in Kafka's own words. */
  readonly says: string;
  /** Null where nobody knows when it began. */
  readonly from: Tick | null;
  readonly until: Tick;
}

/** What a full ring stands for where the beginning is not known: the longest pause. */
const FULL_MS = 60_000;

const RADIUS = 8;

/** A ring that empties by the cluster's clock, and what is left of its limit. */
export function Timer({ says, from, until }: TimerProps) {
  const clusterTime = useClusterTime();
  const { ref: ring, style } = useMoving(clusterTime, (now) => ({
    strokeDashoffset: passed(now, from ?? until - FULL_MS, until),
  }));
  const { ref, text } = useMovingText(clusterTime, (now) =>
    shortClockText(Math.max(0, until - now)),
  );
  return (
    <li className="timer">
      <svg width="22" height="22" viewBox="0 0 22 22" aria-hidden focusable={false}>
        <circle cx="11" cy="11" r={RADIUS} className="timerTrack" />
        <circle
          ref={ring}
          cx="11"
          cy="11"
          r={RADIUS}
          className="timerLeft"
          pathLength={1}
          strokeDasharray="1 1"
          style={style}
          transform="rotate(-90 11 11)"
        />
      </svg>
      <span>{says}</span>
      <span className="timerText">
        <span ref={ref}>{text}</span>
        {from !== null && ` of ${shortClockText(until - from)}`}
      </span>
    </li>
  );
}
