import { m } from 'framer-motion';
import { EFFECT_SECONDS } from '../effects/happenings';
import { useEffectProgress } from '../StageTime';
import styles from './log.module.css';

interface FallingCellProps {
  /** Story second at which the log was truncated. */
  readonly at: number;
  readonly left: number;
  readonly children: number;
}

const STANDS_SHARE = 0.45;
const FALL = 26;

/** A truncated record: struck through first, then it falls out of the log. */
export function FallingCell({ at, left, children }: FallingCellProps) {
  const fallen = (progress: number) => Math.max(0, (progress - STANDS_SHARE) / (1 - STANDS_SHARE));
  const transform = useEffectProgress(at, EFFECT_SECONDS, (progress) => {
    const share = fallen(progress) ** 2;
    return `translateY(${FALL * share}px) rotate(${9 * share}deg)`;
  });
  const opacity = useEffectProgress(at, EFFECT_SECONDS, (progress) => 1 - fallen(progress));
  return (
    <m.span className={styles.truncated} style={{ left, transform, opacity }}>
      {children}
    </m.span>
  );
}
