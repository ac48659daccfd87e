import { useRef } from 'react';
import {
  useHighwater,
  useHighwaterStore,
  useShownPlayheadEffect,
} from '../../store/HighwaterContext';
import { isAtSettledEnd } from '../../store/selectors';
import { clusterTimeAt, lastStory } from '../../timeline/recording';
import { writeWords } from '../writeWords';
import { clockText, paceText } from './clockText';

const GLANCE = 0.002;

/** The cluster's clock, and how fast it runs here. */
export function Clock() {
  const store = useHighwaterStore();
  // Another one is another pace, also while the story stands still.
  const speed = useHighwater((state) => state.speed);
  const time = useRef<HTMLSpanElement>(null);
  const pace = useRef<HTMLSpanElement>(null);
  useShownPlayheadEffect((playhead) => {
    const state = store.getState();
    const { recording } = state;
    const now = clusterTimeAt(recording, playhead);
    // At the end there is nothing to look ahead to, so the pace is that of the last stretch.
    const from = Math.max(0, Math.min(playhead, lastStory(recording) - GLANCE));
    const step = clusterTimeAt(recording, from + GLANCE) - clusterTimeAt(recording, from);
    writeWords(time.current, clockText(now));
    const running = isAtSettledEnd(state) ? 'at rest' : paceText((step / GLANCE) * speed);
    writeWords(pace.current, running);
  });
  return (
    <p className="clock" role="timer" aria-label="Cluster time" aria-live="off">
      <span ref={time} className="clockTime" />
      <span ref={pace} className="clockPace" />
    </p>
  );
}
