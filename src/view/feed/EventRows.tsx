import { useState } from 'react';
import { useHighwater } from '../../store/HighwaterContext';
import type { Engine } from '../../timeline/engine';
import { captionHere } from '../caption/sentenceOf';
import type { EventLine } from './eventLines';
import { EventRow } from './EventRow';
import { useRowWindow } from './useRowWindow';

interface EventRowsProps {
  readonly engine: Engine;
  readonly lines: readonly EventLine[];
  /** Ids of the lines that show more than one sentence. */
  readonly open: ReadonlySet<number>;
  readonly onToggle: (id: number) => void;
}

/** The lines that are seen, however many there are. Up and down lead from line to line. */
export function EventRows({ engine, lines, open, onToggle }: EventRowsProps) {
  const [focused, setFocused] = useState<number | null>(null);
  const { first, end, above, below, boxRef, onScroll } = useRowWindow(lines);
  const main = useHighwater(captionHere)?.event;
  const drawn = lines.slice(first, end);
  const focusedAt = lines.findIndex(({ id }) => id === focused);
  const [isAbove, isBelow] = [focusedAt < first, focusedAt >= end];
  const stop = focusedAt < 0 ? drawn.at(-1)?.id : focused;
  const far = isAbove || isBelow ? lines[focusedAt] : undefined;

  // What has the focus stays on the page, or the keys would lead nowhere.
  const rowOf = (line: EventLine) => (
    <EventRow
      key={line.id}
      engine={engine}
      line={line}
      count={line.happenings.length}
      isNow={main !== undefined && line.happenings.some(({ event }) => event === main)}
      isOpen={open.has(line.id)}
      isStop={line.id === stop}
      isFar={line === far}
      onFocus={setFocused}
      onToggle={onToggle}
    />
  );
  return (
    <div ref={boxRef} className="feedScroll" onScroll={onScroll}>
      <ol className="feedList" style={{ paddingTop: above, paddingBottom: below }}>
        {isAbove && far && rowOf(far)}
        {drawn.map(rowOf)}
        {isBelow && far && rowOf(far)}
      </ol>
    </div>
  );
}
