import { m } from 'framer-motion';
import { EFFECT_SECONDS } from '../effects/happenings';
import { easeOut, useEffectProgress } from '../StageTime';
import styles from './log.module.css';

interface ArrivingCellProps {
  /** Story second at which the record was appended. */
  readonly at: number;
  readonly left: number;
  readonly className: string | undefined;
  readonly children: number;
}

const DROP_SHARE = 0.4;

/** A record that was just appended: it drops into its place, and stays marked for a moment. */
export function ArrivingCell({ at, left, className, children }: ArrivingCellProps) {
  const transform = useEffectProgress(at, EFFECT_SECONDS * DROP_SHARE, (progress) => {
    const rest = 1 - easeOut(progress);
    return `translateY(${-5 * rest}px)`;
  });
  const opacity = useEffectProgress(at, EFFECT_SECONDS, (progress) => 1 - progress ** 3);
  return (
    <m.span className={className} style={{ left, transform }}>
      <m.span className={styles.mark} style={{ opacity }} />
      {children}
    </m.span>
  );
}
