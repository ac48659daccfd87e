import { useContext } from 'react';
import { logEndOffset, recordAt } from '../../../sim/broker/log';
import type { Replica } from '../../../sim/broker/state';
import type { Offset } from '../../../sim/ids';
import type { ReplicaEffects, Span } from '../effects/happenings';
import { cellX, type LogWindow } from '../layout/logWindow';
import type { CellsLayout, Words } from '../layout/rowLayout';
import { ArrivingCell } from './ArrivingCell';
import { FallingCell } from './FallingCell';
import { HighWatermark } from './HighWatermark';
import { PickedRecordContext } from './PickedRecord';
import styles from './log.module.css';

const EARLIER: Readonly<Record<Words, (count: number) => string>> = {
  long: (count) => `… ${count} earlier`,
  short: (count) => `…${count}`,
  none: () => '…',
};

interface LogStripProps {
  readonly replica: Replica;
  readonly cells: CellsLayout;
  readonly window: LogWindow;
  readonly effects: ReplicaEffects;
}

/** A replica's log as numbered cells, and its high watermark as a flag below them. */
export function LogStrip(props: LogStripProps) {
  const { replica, cells, window, effects } = props;
  const { log, highWatermark } = replica;
  const recordId = useContext(PickedRecordContext);
  const end = logEndOffset(log);
  return (
    <>
      <Earlier {...props} />
      {offsetsIn(window).map((offset) => {
        const left = cellX(cells, window, offset);
        // What leaves the window makes room for what comes: hardly a cell is made anew.
        const key = offset % window.count;
        if (offset >= end || offset < log.startOffset)
          return <span key={key} className={styles.slot} style={{ left }} />;
        const className = offset < highWatermark ? styles.committed : styles.uncommitted;
        const isPicked = recordId !== null && recordAt(log, offset)?.id === recordId;
        const span = effects.arrived.findLast((each) => isIn(each, offset));
        const cell = { left, className, isPicked };
        if (span)
          return (
            <ArrivingCell key={key} at={span.at} {...cell}>
              {offset}
            </ArrivingCell>
          );
        return (
          <span key={key} className={className} style={{ left }} data-picked={isPicked}>
            {offset}
          </span>
        );
      })}
      <Truncated {...props} />
      <HighWatermark
        cells={cells}
        window={window}
        highWatermark={highWatermark}
        moved={effects.highWatermark}
      />
    </>
  );
}

/** How many records have no cell any more. */
function Earlier({ replica, cells, window }: LogStripProps) {
  const { log } = replica;
  const recordId = useContext(PickedRecordContext);
  const count = Math.max(0, Math.min(logEndOffset(log), window.start) - log.startOffset);
  if (count === 0) return null;
  const isAmong =
    recordId !== null && log.records.slice(0, count).some(({ id }) => id === recordId);
  return (
    <span
      className={styles.earlier}
      style={{ left: cells.x, width: window.x - cells.x }}
      data-picked={isAmong}
    >
      {EARLIER[cells.earlierWords](count)}
    </span>
  );
}

/** What was cut off a moment ago, and has not been written over. */
function Truncated({ replica, cells, window, effects }: LogStripProps) {
  const end = logEndOffset(replica.log);
  return effects.truncated.flatMap((span) =>
    offsetsIn(window)
      .filter((offset) => isIn(span, offset) && offset >= end)
      .map((offset) => (
        <FallingCell key={`${span.at} ${offset}`} at={span.at} left={cellX(cells, window, offset)}>
          {offset}
        </FallingCell>
      )),
  );
}

function isIn({ from, to }: Span, offset: Offset): boolean {
  return offset >= from && offset < to;
}

function offsetsIn({ start, count }: LogWindow): readonly Offset[] {
  return Array.from({ length: count }, (_, n) => start + n);
}
