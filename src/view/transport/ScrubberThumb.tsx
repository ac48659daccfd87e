import { useRef, type KeyboardEvent } from 'react';
import { useHighwater, useHighwaterStore } from '../../store/HighwaterContext';
import { clusterTimeAt, lastStory } from '../../timeline/recording';
import { sentenceOf } from '../caption/sentenceOf';
import { clockWords } from './clockText';
import { usePlayheadEffect } from './usePlayheadEffect';

const STEP = 0.5;
const PAGE = 5;

/** The part that has been seen, and the handle at its end: a slider over story time. */
export function ScrubberThumb({ scale }: { readonly scale: number }) {
  const store = useHighwaterStore();
  const seen = useRef<HTMLDivElement>(null);
  const thumb = useRef<HTMLDivElement>(null);
  // While the story plays, once a frame of the recording is often enough for what is told.
  useHighwater((state) => (state.playing ? state.frameIndex : state.playhead));
  usePlayheadEffect((playhead) => {
    const x = playhead * scale;
    // Cut, not sized: a width would lay the page out again in every frame.
    if (seen.current) seen.current.style.clipPath = `inset(0 calc(100% - ${x}px) 0 0)`;
    if (thumb.current) thumb.current.style.transform = `translateX(${x}px)`;
  });
  const state = store.getState();
  const { recording, playhead, seek } = state;
  const end = lastStory(recording);
  const onKeyDown = (event: KeyboardEvent) => {
    // What was rendered last may be older than the playhead.
    const story = storyAfterKey(event, store.getState().playhead, end);
    if (story === null) return;
    event.preventDefault();
    event.stopPropagation();
    seek(Math.max(0, Math.min(story, end)));
  };
  const clock = clockWords(clusterTimeAt(recording, playhead));
  return (
    <>
      <div ref={seen} className="scrubberSeen" />
      <div
        ref={thumb}
        className="scrubberThumb"
        // An input would have to be rendered for every frame, or lag behind the picture.
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
        role="slider"
        tabIndex={0}
        aria-label="Moment of the run"
        aria-valuemin={0}
        aria-valuemax={round(end)}
        aria-valuenow={round(playhead)}
        aria-valuetext={`${clock}. ${sentenceOf(state)}`}
        onKeyDown={onKeyDown}
      />
    </>
  );
}

/** Where a key of the slider leads, in story seconds; null for other keys. */
function storyAfterKey(event: KeyboardEvent, playhead: number, end: number): number | null {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return null;
  switch (event.key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return playhead + STEP;
    case 'ArrowLeft':
    case 'ArrowDown':
      return playhead - STEP;
    case 'PageUp':
      return playhead + PAGE;
    case 'PageDown':
      return playhead - PAGE;
    case 'Home':
      return 0;
    case 'End':
      return end;
    default:
      return null;
  }
}

function round(seconds: number): number {
  return Math.round(seconds * 100) / 100;
}
