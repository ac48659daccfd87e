import { useRef, type KeyboardEvent } from 'react';
import { useHighwater, useHighwaterStore, usePlayheadEffect } from '../../store/HighwaterContext';
import { lastToldBefore } from '../../store/selectors';
import type { HighwaterState } from '../../store/state';
import { clusterTimeAt, lastStory } from '../../timeline/recording';
import { sentenceOf } from '../caption/sentenceOf';
import { slide } from '../slide';
import { clockWords } from './clockText';

const FINE_STEP = 0.1;
const PAGE = 5;

interface ScrubberThumbProps {
  /** Pixels for each story second. */
  readonly scale: number;
  /** Of the axis, in CSS pixels. */
  readonly width: number;
}

/** The part that has been seen, and the handle at its end: a slider over story time. */
export function ScrubberThumb({ scale, width }: ScrubberThumbProps) {
  const store = useHighwaterStore();
  const seen = useRef<HTMLDivElement>(null);
  const thumb = useRef<HTMLDivElement>(null);
  // While the story plays, it is often enough to say what is told.
  useHighwater((state) => (state.playing ? lastToldBefore(state) : state.playhead));
  usePlayheadEffect((playhead) => {
    const x = playhead * scale;
    // Pushed, not sized: a width would lay the page out again in every frame.
    slide(seen.current, x, width);
    slide(thumb.current, x, width);
  });
  const state = store.getState();
  const onKeyDown = (event: KeyboardEvent) => {
    const go = deedOfKey(event, store.getState());
    if (!go) return;
    event.preventDefault();
    event.stopPropagation();
    go();
  };
  return (
    <>
      <div className="scrubberTrack">
        <div ref={seen} className="scrubberSeen" />
      </div>
      <div
        ref={thumb}
        className="scrubberThumb"
        // An input would have to be rendered for every frame, or lag behind the picture.
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
        role="slider"
        tabIndex={0}
        aria-label="Moment of the run"
        aria-valuemin={0}
        aria-valuemax={round(lastStory(state.recording))}
        aria-valuenow={round(state.playhead)}
        aria-valuetext={momentInWords(state)}
        onKeyDown={onKeyDown}
      />
    </>
  );
}

/** `13.8 s of cluster time, broker 2 was elected leader of orders-0`. */
function momentInWords(state: HighwaterState): string {
  const sentence = sentenceOf(state).replace(/\.$/, '');
  // In the middle of a sentence only an abbreviation begins with a capital.
  const what = sentence.replace(/^[A-Z](?=[a-z ])/, (first) => first.toLowerCase());
  return `${clockWords(clusterTimeAt(state.recording, state.playhead))}, ${what}`;
}

/** What a key of the slider does; null for other keys. With Shift the arrows make fine steps. */
function deedOfKey(event: KeyboardEvent, now: HighwaterState): (() => void) | null {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
  if (ctrlKey || metaKey || altKey) return null;
  const by = (seconds: number) => () => now.seek(now.playhead + seconds);
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return shiftKey ? by(FINE_STEP) : now.stepForward;
    case 'ArrowLeft':
    case 'ArrowDown':
      return shiftKey ? by(-FINE_STEP) : now.stepBack;
    case 'PageUp':
      return by(PAGE);
    case 'PageDown':
      return by(-PAGE);
    case 'Home':
      return now.toStart;
    case 'End':
      return now.toEnd;
    default:
      return null;
  }
}

function round(seconds: number): number {
  return Math.round(seconds * 100) / 100;
}
