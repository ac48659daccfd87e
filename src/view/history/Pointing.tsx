import { type PointerEvent, type ReactNode, useState } from 'react';
import { useHighwater, useHighwaterStore } from '../../store/HighwaterContext';
import type { AxisProps } from './Axis';
import { type PlacedMark, REACH } from './marksOnAxis';
import { Tip } from './Tip';

interface PointingProps extends AxisProps {
  readonly marks: readonly PlacedMark[];
  readonly children: ReactNode;
}

interface Place {
  readonly x: number;
  readonly row: string | undefined;
}

/**
 * Says what is where the pointer is: a mark tells its own time, wherever it had room to stand, and
 * a press on it goes there.
 * While the scrubber is dragged, or has the focus of the keyboard, that is the playhead.
 */
export function Pointing({ children, isHeld, ...axis }: PointingProps) {
  const [pointed, setPointed] = useState<Place | null>(null);
  const store = useHighwaterStore();
  const playhead = useHighwater((state) => (state.playing ? null : state.playhead));
  const { marks, scale } = axis;
  const here = playhead === null ? null : placeOf(marks, scale, playhead);
  const place = isHeld || !pointed ? here : pointedAt(marks, scale, pointed);
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (event.pointerType === 'touch') return;
    const { left } = event.currentTarget.getBoundingClientRect();
    setPointed({ x: event.clientX - left, row: rowUnder(event.target) });
  };
  const onPointerDown = ({ button, clientX, target, currentTarget }: PointerEvent<HTMLElement>) => {
    if (button !== 0 || !(target instanceof Element && target.matches('.mark'))) return;
    const x = clientX - currentTarget.getBoundingClientRect().left;
    const { story } = pointedAt(marks, scale, { x, row: undefined });
    // Once the scrubber has gone to where the pointer is.
    queueMicrotask(() => store.getState().seek(story));
  };
  return (
    <div
      className="history"
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerLeave={() => setPointed(null)}
    >
      {children}
      {place && (
        <Tip scale={scale} width={axis.width} {...place} isShown={isHeld || pointed !== null} />
      )}
    </div>
  );
}

function placeOf(marks: readonly PlacedMark[], scale: number, story: number) {
  const here = marks.find(({ moments }) => moments.some((moment) => moment.story === story));
  const near = () => nearest(marks, (mark) => Math.abs(mark.story - story) * scale);
  return { x: story * scale, row: undefined, story, mark: here ?? near() };
}

function pointedAt(marks: readonly PlacedMark[], scale: number, { x, row }: Place) {
  const mark = nearest(marks, (each) => Math.abs(each.x - x));
  const isMark = mark !== undefined && row === undefined;
  return { x, row, story: isMark ? mark.story : Math.max(0, x / scale), mark };
}

function nearest(marks: readonly PlacedMark[], distance: (mark: PlacedMark) => number) {
  return marks
    .filter((mark) => distance(mark) <= REACH)
    .toSorted((a, b) => distance(a) - distance(b))[0];
}

function rowUnder(target: EventTarget): string | undefined {
  const row = target instanceof Element && target.closest<HTMLElement>('.bandRow');
  return row ? row.dataset['partition'] : undefined;
}
