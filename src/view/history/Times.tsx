import { useRef } from 'react';
import {
  useHighwater,
  useHighwaterStore,
  usePlayheadEffect,
  useShownPlayheadEffect,
} from '../../store/HighwaterContext';
import { clusterTimeAt, lastStory } from '../../timeline/recording';
import { slide } from '../slide';
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
    const x = Math.min(Math.max(playhead * scale, FIRST_LABEL_HALF), width - LABEL_WIDTH / 2);
    const last = lastStory(store.getState().recording) * scale;
    const endX = Math.min(last, width - LABEL_WIDTH / 2);
    show(start.current, x > LABEL_WIDTH * 1.5);
    slide(now.current, x, width);
    // What cannot be seen is not moved either: it would be dear.
    if (show(end.current, endX - x > LABEL_WIDTH)) slide(end.current, endX, width);
  });
  useShownPlayheadEffect((playhead) => {
    const { recording } = store.getState();
    writeWords(now.current, shortClockText(clusterTimeAt(recording, playhead)));
    writeWords(end.current, shortClockText(clusterTimeAt(recording, lastStory(recording))));
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

function show(label: HTMLSpanElement | null, isShown: boolean): boolean {
  if (label) label.style.visibility = isShown ? 'visible' : 'hidden';
  return isShown;
}
