import { memo } from 'react';
import type { Offset } from '../../../sim/ids';
import { EFFECT_SECONDS, type Span } from '../effects/happenings';
import { cellX, type LogWindow } from '../layout/logWindow';
import type { CellsLayout } from '../layout/rowLayout';
import { easeOut, useMark, useMove } from '../StageTime';
import styles from './log.module.css';

interface HighWatermarkProps {
  readonly cells: CellsLayout;
  readonly window: LogWindow;
  readonly highWatermark: Offset;
  readonly moved: Span | null;
}

/** The flag between the last committed record and the next. */
export function HighWatermark({ cells, window, highWatermark, moved }: HighWatermarkProps) {
  const left = flagX(cells, window, highWatermark);
  if (!moved || moved.to !== highWatermark)
    return <span className={styles.flag} style={{ left }} />;
  return <MovingFlag left={left} fromLeft={flagX(cells, window, moved.from)} at={moved.at} />;
}

interface MovingFlagProps {
  readonly left: number;
  readonly fromLeft: number;
  readonly at: number;
}

const WAY_SHARE = 0.5;

/** It slides to its new place; behind it the way that it came stays visible for a moment. */
const MovingFlag = memo(function MovingFlag({ left, fromLeft, at }: MovingFlagProps) {
  const way = left - fromLeft;
  const { ref, style } = useMove(at, EFFECT_SECONDS * WAY_SHARE, (progress) => ({
    transform: `translateX(${-way * (1 - easeOut(progress))}px)`,
  }));
  const { ref: trailRef, style: trailStyle } = useMark(at, EFFECT_SECONDS, (progress) => ({
    opacity: 0.55 * (1 - progress ** 2),
  }));
  return (
    <>
      <span
        ref={trailRef}
        className={styles.trail}
        style={{ ...trailStyle, left: Math.min(left, fromLeft), width: Math.abs(way) }}
      />
      <span ref={ref} className={styles.flag} style={{ ...style, left }} />
    </>
  );
});

/** Where the flag stands in a row. */
export function flagX(cells: CellsLayout, window: LogWindow, offset: Offset): number {
  const last = window.start + window.count;
  return cellX(cells, window, Math.min(offset, last)) - cells.gap / 2;
}
