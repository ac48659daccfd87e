import { useContext } from 'react';
import { logEndOffset, recordAt } from '../../../sim/broker/log';
import type { Replica } from '../../../sim/broker/state';
import type { Offset } from '../../../sim/ids';
import type { ReplicaEffects, Span } from '../effects/happenings';
import { cellX, type LogWindow } from '../layout/logWindow';
import type { CellsLayout, Words } from '../layout/rowLayout';
import { Cell } from './Cell';
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
  return (
    <>
      <Earlier {...props} />
      <div className={styles.strip} style={{ left: window.x }}>
        {offsetsIn(window).map((offset) => (
          <Cell
            // By its place: no cell is made anew when the window moves on.
            key={offset - window.start}
            isPicked={recordId !== null && recordAt(log, offset)?.id === recordId}
            {...cellOf(props, offset)}
          />
        ))}
      </div>
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

/** What is in the place of an offset. */
function cellOf({ replica: { log, highWatermark }, effects }: LogStripProps, offset: Offset) {
  if (offset < log.startOffset || offset >= logEndOffset(log))
    return { className: styles.slot, arrivedAt: null };
  return {
    className: offset < highWatermark ? styles.committed : styles.uncommitted,
    arrivedAt: effects.arrived.findLast((each) => isIn(each, offset))?.at ?? null,
    children: offset,
  };
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
