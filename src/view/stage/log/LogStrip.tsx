import { logEndOffset } from '../../../sim/broker/log';
import type { Replica } from '../../../sim/broker/state';
import type { Offset } from '../../../sim/ids';
import type { ReplicaEffects, Span } from '../effects/happenings';
import { cellX, type LogWindow } from '../layout/logWindow';
import type { CellsLayout } from '../layout/rowLayout';
import { ArrivingCell } from './ArrivingCell';
import { FallingCell } from './FallingCell';
import { HighWatermark } from './HighWatermark';
import styles from './log.module.css';

interface LogStripProps {
  readonly replica: Replica;
  readonly cells: CellsLayout;
  readonly window: LogWindow;
  readonly effects: ReplicaEffects;
}

/** A replica's log as numbered cells, and its high watermark as a flag below them. */
export function LogStrip({ replica, cells, window, effects }: LogStripProps) {
  const { log, highWatermark } = replica;
  const end = logEndOffset(log);
  const earlier = Math.max(0, Math.min(end, window.start) - log.startOffset);
  const offsets = Array.from({ length: window.count }, (_, n) => window.start + n);
  const isShown = (offset: Offset) =>
    offset >= window.start && offset < window.start + window.count;
  return (
    <>
      {earlier > 0 && (
        <span className={styles.earlier} style={{ left: cells.x, width: window.x - cells.x }}>
          {cells.earlierWords === 'long' ? `… ${earlier} earlier` : `…${earlier}`}
        </span>
      )}
      {offsets.map((offset) => {
        const left = cellX(cells, window, offset);
        if (offset >= end || offset < log.startOffset)
          return <span key={offset} className={styles.slot} style={{ left }} />;
        const className = offset < highWatermark ? styles.committed : styles.uncommitted;
        const span = effects.arrived.findLast((each) => isIn(each, offset));
        if (span)
          return (
            <ArrivingCell key={offset} at={span.at} left={left} className={className}>
              {offset}
            </ArrivingCell>
          );
        return (
          <span key={offset} className={className} style={{ left }}>
            {offset}
          </span>
        );
      })}
      {effects.truncated.flatMap((span) =>
        offsetsOf(span)
          .filter((offset) => isShown(offset) && offset >= end)
          .map((offset) => (
            <FallingCell
              key={`${span.at} ${offset}`}
              at={span.at}
              left={cellX(cells, window, offset)}
            >
              {offset}
            </FallingCell>
          )),
      )}
      <HighWatermark
        cells={cells}
        window={window}
        highWatermark={highWatermark}
        moved={effects.highWatermark}
      />
    </>
  );
}

function isIn({ from, to }: Span, offset: Offset): boolean {
  return offset >= from && offset < to;
}

function offsetsOf({ from, to }: Span): readonly Offset[] {
  return Array.from({ length: to - from }, (_, n) => from + n);
}
