import { useRef } from 'react';
import { useHighwaterStore, usePlayheadEffect } from '../../store/HighwaterContext';
import { isAtSettledEnd } from '../../store/selectors';
import { clusterTimeAt, lastStory } from '../../timeline/recording';
import { clockText, paceText } from './clockText';

const GLANCE = 0.002;

/** The cluster's clock, and how fast it runs here. */
export function Clock() {
  const store = useHighwaterStore();
  const time = useRef<HTMLSpanElement>(null);
  const pace = useRef<HTMLSpanElement>(null);
  usePlayheadEffect((playhead) => {
    const state = store.getState();
    const { recording, speed } = state;
    const now = clusterTimeAt(recording, playhead);
    // At the end there is nothing to look ahead to, so the pace is that of the last stretch.
    const from = Math.max(0, Math.min(playhead, lastStory(recording) - GLANCE));
    const step = clusterTimeAt(recording, from + GLANCE) - clusterTimeAt(recording, from);
    write(time.current, clockText(now));
    const running = isAtSettledEnd(state) ? 'at rest' : paceText((step / GLANCE) * speed);
    write(pace.current, running);
  });
  return (
    <p className="clock" role="timer" aria-label="Cluster time" aria-live="off">
      <span ref={time} className="clockTime" />
      <span ref={pace} className="clockPace" />
    </p>
  );
}

/** Keeps the text node: another one would be laid out anew, sixty times a second. */
function write(element: HTMLElement | null, words: string): void {
  if (!element) return;
  if (element.firstChild === null) element.textContent = words;
  else if (element.firstChild.nodeValue !== words) element.firstChild.nodeValue = words;
}
