import type { StoreApi } from 'zustand/vanilla';
import type { HighwaterState } from '../store/state';

/** After a hitch the story goes on where it was, rather than leaping. */
const SECONDS_PER_FRAME_MAX = 0.1;

/**
 * Tells the store how time passes. Asks for frames only while the story plays; a page that is
 * hidden pauses. Returns how to stop it.
 */
export function startFrameLoop(store: StoreApi<HighwaterState>): () => void {
  let request: number | null = null;
  let before: number | null = null;

  const draw = (now: number) => {
    request = null;
    const seconds = before === null ? 0 : (now - before) / 1000;
    before = now;
    store.getState().advance(Math.min(seconds, SECONDS_PER_FRAME_MAX));
    follow();
  };
  const follow = () => {
    if (store.getState().playing) {
      request ??= requestAnimationFrame(draw);
      return;
    }
    if (request !== null) cancelAnimationFrame(request);
    request = null;
    before = null;
  };
  const pauseWhenHidden = () => {
    if (document.hidden && store.getState().playing) store.getState().pause();
  };

  const unsubscribe = store.subscribe(follow);
  document.addEventListener('visibilitychange', pauseWhenHidden);
  follow();
  return () => {
    unsubscribe();
    document.removeEventListener('visibilitychange', pauseWhenHidden);
    if (request !== null) cancelAnimationFrame(request);
  };
}
