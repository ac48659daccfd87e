import type { StoreApi } from 'zustand/vanilla';
import type { HighwaterState } from '../store/state';

/**
 * Fetches what keeps lessons and links, at once where the address asks for something, or else when
 * somebody is there: the engine loads then too.
 */
export function loadLessonKeeper(store: StoreApi<HighwaterState>): void {
  const first = store.getState();
  const load = async () => {
    stop();
    (await import('./lessonKeeper')).keepLessons(store, first);
  };
  const stop = store.subscribe(({ isEngineLoading }) => {
    // Without it the page works: it keeps no address and no score.
    if (isEngineLoading) load().catch(() => undefined);
  });
  if (window.location.search || window.location.hash) load().catch(() => undefined);
}
