import { memo } from 'react';
import type { Offset } from '../../../sim/ids';
import { EFFECT_SECONDS } from '../effects/happenings';
import { easeOut, useMark, useMove } from '../StageTime';
import styles from './log.module.css';

interface CellProps {
  readonly className: string | undefined;
  readonly isPicked: boolean;
  /** Story second at which its record was appended, when that was a moment ago. */
  readonly arrivedAt: number | null;
  /** The offset; nothing where there is no record. */
  readonly children?: Offset;
}

const DROP_SHARE = 0.4;

/**
 * One place of a log: how it looks is in its class, so that equal ones are styled once. A record
 * that was just appended drops into it.
 */
export const Cell = memo(function Cell(props: CellProps) {
  const { className, isPicked, arrivedAt, children } = props;
  const { ref, style } = useMove(arrivedAt, EFFECT_SECONDS * DROP_SHARE, (progress) => ({
    // A transform that does nothing is looked at in every frame, too.
    transform: progress < 1 ? `translateY(${-5 * (1 - easeOut(progress))}px)` : 'none',
  }));
  return (
    <span ref={ref} className={className} style={style} data-picked={isPicked}>
      {arrivedAt !== null && <Mark at={arrivedAt} />}
      {children}
    </span>
  );
});

/** What was just appended stays marked for a moment. */
function Mark({ at }: { readonly at: number }) {
  const { ref, style } = useMark(at, EFFECT_SECONDS, (progress) => ({
    borderColor: `color-mix(in srgb, var(--ink) ${fading(progress)}%, transparent)`,
  }));
  return <span ref={ref} className={styles.mark} style={style} />;
}

/** In steps, and of the colour: a hundred opacities that change in every frame are dear. */
function fading(progress: number): number {
  return Math.round(10 * (1 - progress ** 3)) * 10;
}
