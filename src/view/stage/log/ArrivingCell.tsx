import { memo } from 'react';
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
export const ArrivingCell = memo(function ArrivingCell(props: ArrivingCellProps) {
  const { at, left, className, isPicked, children } = props;
  const { ref, style } = useMove(at, EFFECT_SECONDS * DROP_SHARE, (progress) => ({
    // A transform that does nothing is looked at in every frame, too.
    transform: progress < 1 ? `translateY(${-5 * (1 - easeOut(progress))}px)` : 'none',
  }));
  const { ref: markRef, style: markStyle } = useMark(at, EFFECT_SECONDS, (progress) => ({
    borderColor: `color-mix(in srgb, var(--ink) ${fading(progress)}%, transparent)`,
  }));
  return (
    <span ref={ref} className={className} style={{ ...style, left }} data-picked={isPicked}>
      <span ref={markRef} className={styles.mark} style={markStyle} />
      {children}
    </span>
  );
});

/** In steps, and of the colour: a hundred opacities that change in every frame are dear. */
function fading(progress: number): number {
  return Math.round(10 * (1 - progress ** 3)) * 10;
}
