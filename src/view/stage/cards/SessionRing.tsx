import { passed, useStageTime } from '../StageTime';
import { useMoving } from '../useMoving';
import type { SilentBroker } from './silentBrokers';
import styles from './cards.module.css';

interface SessionRingProps {
  readonly silent: SilentBroker;
  readonly size: number;
}

/** What is left of a silent broker's session: a ring that empties by the cluster's clock. */
export function SessionRing({ silent, size }: SessionRingProps) {
  const { broker, lastContactAt, sessionEndsAt } = silent;
  const { clusterTime } = useStageTime();
  const { ref, style } = useMoving(clusterTime, (now) => ({
    strokeDashoffset: passed(now, lastContactAt, sessionEndsAt),
  }));
  const radius = size / 2 - 3;
  const centre = { cx: size / 2, cy: size / 2, r: radius };
  const says = `Broker ${broker} is silent; its session runs out`;
  return (
    <span className={styles.ring} title={says}>
      <svg width={size} height={size} aria-hidden focusable={false}>
        <circle {...centre} className={styles.ringTrack} />
        <circle
          ref={ref}
          {...centre}
          className={styles.ringLeft}
          pathLength={1}
          strokeDasharray="1 1"
          style={style}
          transform={`rotate(-90 ${size / 2} ${size / 2})`}
        />
      </svg>
      <span className={styles.ringName} aria-hidden>
        {broker}
      </span>
      <span className={styles.spoken}>{says}</span>
    </span>
  );
}
