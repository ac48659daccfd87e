import { EFFECT_SECONDS } from '../effects/happenings';
import { useEffectProgress } from '../StageTime';
import { useMoving } from '../useMoving';
import styles from './log.module.css';

interface FallingCellProps {
  /** Story second at which the log was truncated. */
  readonly at: number;
  readonly left: number;
  readonly children: number;
}

const STANDS_SHARE = 0.45;
const FALL = 26;
const STANDING = 0;

/** A truncated record: struck through first, then it falls out of the log. */
export function FallingCell({ at, left, children }: FallingCellProps) {
  const transform = useEffectProgress(at, EFFECT_SECONDS, drop, STANDING);
  const opacity = useEffectProgress(
    at,
    EFFECT_SECONDS,
    (progress) => 1 - fallen(progress),
    STANDING,
  );
  const { ref, style } = useMoving({ transform, opacity });
  return (
    <span ref={ref} className={styles.truncated} style={{ ...style, left }}>
      {children}
    </span>
  );
}

function drop(progress: number): string {
  const share = fallen(progress) ** 2;
  return `translateY(${FALL * share}px) rotate(${9 * share}deg)`;
}

function fallen(progress: number): number {
  return Math.max(0, (progress - STANDS_SHARE) / (1 - STANDS_SHARE));
}
