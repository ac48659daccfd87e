import type { Tick } from '../../../sim/ids';
import { passed, useStageTime } from '../StageTime';
import { useMoving, useMovingText } from '../useMoving';
import styles from './broker.module.css';

/** The seconds of a pause that are left, by the cluster's clock. */
export function PauseSeconds({ until }: { readonly until: Tick }) {
  const { clusterTime } = useStageTime();
  const { ref, text } = useMovingText(clusterTime, (now) =>
    (Math.max(0, until - now) / 1000).toFixed(1),
  );
  return (
    <span className={styles.seconds}>
      <span ref={ref}>{text}</span> s
    </span>
  );
}

interface PauseRingProps {
  readonly until: Tick;
  readonly size: number;
}

/** Once around is a minute, the longest pause that there can be. */
const FULL_MS = 60_000;

/** How long a process stands still yet: a dial that runs down by the cluster's clock. */
export function PauseRing({ until, size }: PauseRingProps) {
  const { clusterTime } = useStageTime();
  const { ref, style } = useMoving(clusterTime, (now) => ({
    strokeDashoffset: passed(now, until - FULL_MS, until),
  }));
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" aria-hidden focusable={false}>
      <circle cx="10" cy="10" r="8.5" className={styles.dial} />
      <circle
        ref={ref}
        cx="10"
        cy="10"
        r="8.5"
        className={styles.dialLeft}
        pathLength={1}
        strokeDasharray="1 1"
        style={style}
        transform="rotate(-90 10 10)"
      />
      <path d="M7.8 6.5v7M12.2 6.5v7" className={styles.dialLeft} />
    </svg>
  );
}
