import { memo } from 'react';
import { EFFECT_SECONDS } from '../effects/happenings';
import { useMove } from '../StageTime';
import type { MovingStyle } from '../useMoving';
import styles from './log.module.css';

interface FallingCellProps {
  /** Story second at which the log was truncated. */
  readonly at: number;
  readonly left: number;
  readonly children: number;
}

const STANDS_SHARE = 0.45;
const FALL = 26;
/** Standing and struck through, it marks the change. */
const STANDING = 0;

/** A truncated record: struck through first, then it falls out of the log. */
export const FallingCell = memo(function FallingCell({ at, left, children }: FallingCellProps) {
  const { ref, style } = useMove(at, EFFECT_SECONDS, drawFall, STANDING);
  return (
    <span ref={ref} className={styles.truncated} style={{ ...style, left }}>
      {children}
    </span>
  );
});

function drawFall(progress: number): MovingStyle {
  const share = fallen(progress) ** 2;
  return {
    transform: `translateY(${FALL * share}px) rotate(${9 * share}deg)`,
    opacity: 1 - fallen(progress),
  };
}

function fallen(progress: number): number {
  return Math.max(0, (progress - STANDS_SHARE) / (1 - STANDS_SHARE));
}
