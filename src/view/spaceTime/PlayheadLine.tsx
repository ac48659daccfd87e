import { useRef } from 'react';
import { useHighwaterStore, usePlayheadEffect } from '../../store/HighwaterContext';
import { clusterTimeAt } from '../../timeline/recording';
import { slide } from '../slide';
import { clockText } from '../transport/clockText';
import { writeWords } from '../writeWords';
import { type Axis, xAt } from './axis';

/** Room for the clock beside it, in CSS pixels: in the type of a projector as well. */
export const CLOCK_WIDTH = 130;

interface PlayheadLineProps {
  readonly axis: Axis;
  readonly start: number;
  readonly width: number;
}

/** The moment that is shown, and a veil over what comes after it. Lies over the picture. */
export function PlayheadLine({ axis, start, width }: PlayheadLineProps) {
  const store = useHighwaterStore();
  const line = useRef<HTMLDivElement>(null);
  const clock = useRef<HTMLSpanElement>(null);
  usePlayheadEffect((playhead) => {
    if (!line.current || !clock.current) return;
    const x = xAt(axis, playhead) - start;
    slide(line.current, x, width);
    line.current.hidden = x < 0 || x > width;
    const { recording } = store.getState();
    writeWords(clock.current, clockText(clusterTimeAt(recording, playhead)));
    mark(line.current, 'ahead', String(x < axis.width - start));
    mark(clock.current, 'side', x > width - CLOCK_WIDTH ? 'left' : 'right');
  });
  return (
    <div ref={line} className="spaceTimeNow" aria-hidden>
      <span ref={clock} className="spaceTimeClock" />
    </div>
  );
}

/** Even the same value, written again, has its styles found again. */
function mark({ dataset }: HTMLElement, name: string, value: string): void {
  if (dataset[name] !== value) dataset[name] = value;
}
