import type { StoreApi } from 'zustand/vanilla';
import type { HighwaterState } from '../store/state';

/**
 * Fetches what keeps lessons and links, at once where the address asks for something, or else when
 * somebody is there: the engine loads then too. A file that is dropped before it is there waits.
 */
export function loadLessonKeeper(store: StoreApi<HighwaterState>): void {
  const first = store.getState();
  let dropped: File | undefined;
  const hold = (event: DragEvent) => {
    // Or the browser would leave the page for the file.
    event.preventDefault();
    dropped = event.dataTransfer?.files[0] ?? dropped;
  };
  const load = async () => {
    stop();
    (await import('./lessonKeeper')).keepLessons(store, first);
    for (const type of DRAGS) document.removeEventListener(type, hold);
    if (dropped) void store.getState().openFile?.(dropped);
  };
  const stop = store.subscribe(({ isEngineLoading }) => {
    // Without it the page works: it keeps no address and no score.
    if (isEngineLoading) load().catch(() => undefined);
  });
  for (const type of DRAGS) document.addEventListener(type, hold);
  if (window.location.search || window.location.hash) load().catch(() => undefined);
}

const DRAGS = ['dragover', 'drop'] as const;
