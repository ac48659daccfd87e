import { useRef } from 'react';
import { useHighwater, useHighwaterStore, usePlayheadEffect } from '../../store/HighwaterContext';
import { clusterTimeAt, lastStory } from '../../timeline/recording';
import { shortClockText } from '../transport/clockText';
import { writeWords } from '../writeWords';

const LABEL_WIDTH = 64;
/** The first moments have short labels, which may stand nearer to the edge. */
const FIRST_LABEL_HALF = 19;

interface TimesProps {
  readonly scale: number;
  readonly width: number;
}

/** The cluster's clock at the beginning, at the playhead and at the end of the record. */
export function Times({ scale, width }: TimesProps) {
  const store = useHighwaterStore();
  const start = useRef<HTMLSpanElement>(null);
  const now = useRef<HTMLSpanElement>(null);
  const end = useRef<HTMLSpanElement>(null);
  const first = useHighwater((state) => shortClockText(clusterTimeAt(state.recording, 0)));
  usePlayheadEffect((playhead) => {
    const { recording } = store.getState();
    const last = lastStory(recording);
    const x = Math.min(Math.max(playhead * scale, FIRST_LABEL_HALF), width - LABEL_WIDTH / 2);
    const endX = Math.min(last * scale, width - LABEL_WIDTH / 2);
    place(start.current, 0, x > LABEL_WIDTH * 1.5);
    place(now.current, x, true, shortClockText(clusterTimeAt(recording, playhead)));
    place(
      end.current,
      endX,
      endX - x > LABEL_WIDTH,
      shortClockText(clusterTimeAt(recording, last)),
    );
  });
  return (
    <div className="times" aria-hidden>
      <span ref={start} className="timeStart">
        {first}
      </span>
      <span ref={now} className="time timeNow" />
      <span ref={end} className="time" />
    </div>
  );
}

function place(label: HTMLSpanElement | null, x: number, isShown: boolean, text?: string): void {
  if (!label) return;
  label.style.transform = `translateX(${x}px)`;
  label.style.visibility = isShown ? 'visible' : 'hidden';
  if (text !== undefined) writeWords(label, text);
}
