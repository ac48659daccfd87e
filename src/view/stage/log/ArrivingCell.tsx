import { EFFECT_SECONDS } from '../effects/happenings';
import { easeOut, useEffectProgress } from '../StageTime';
import { useMoving } from '../useMoving';
import styles from './log.module.css';

interface ArrivingCellProps {
  /** Story second at which the record was appended. */
  readonly at: number;
  readonly left: number;
  readonly className: string | undefined;
  readonly children: number;
}

const DROP_SHARE = 0.4;
const IN_PLACE = 1;

/** A record that was just appended: it drops into its place, and stays marked for a moment. */
export function ArrivingCell({ at, left, className, children }: ArrivingCellProps) {
  const transform = useEffectProgress(
    at,
    EFFECT_SECONDS * DROP_SHARE,
    (progress) => `translateY(${-5 * (1 - easeOut(progress))}px)`,
    IN_PLACE,
  );
  const opacity = useEffectProgress(at, EFFECT_SECONDS, (progress) => 1 - progress ** 3);
  const { ref, style } = useMoving({ transform });
  const { ref: markRef, style: markStyle } = useMoving({ opacity });
  return (
    <span ref={ref} className={className} style={{ ...style, left }}>
      <span ref={markRef} className={styles.mark} style={markStyle} />
      {children}
    </span>
  );
}
