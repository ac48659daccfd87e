import { EFFECT_SECONDS } from '../effects/happenings';
import { easeOut, useMark, useMove } from '../StageTime';
import styles from './log.module.css';

interface ArrivingCellProps {
  /** Story second at which the record was appended. */
  readonly at: number;
  readonly left: number;
  readonly className: string | undefined;
  readonly isPicked: boolean;
  readonly children: number;
}

const DROP_SHARE = 0.4;

/** A record that was just appended: it drops into its place, and stays marked for a moment. */
export function ArrivingCell(props: ArrivingCellProps) {
  const { at, left, className, isPicked, children } = props;
  const { ref, style } = useMove(at, EFFECT_SECONDS * DROP_SHARE, (progress) => ({
    transform: `translateY(${-5 * (1 - easeOut(progress))}px)`,
  }));
  const { ref: markRef, style: markStyle } = useMark(at, EFFECT_SECONDS, (progress) => ({
    opacity: 1 - progress ** 3,
  }));
  return (
    <span ref={ref} className={className} style={{ ...style, left }} data-picked={isPicked}>
      <span ref={markRef} className={styles.mark} style={markStyle} />
      {children}
    </span>
  );
}
