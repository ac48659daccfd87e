import { useCallback, useSyncExternalStore } from 'react';
import { useSurroundings } from './surroundings';

/** Whether a media query holds, kept up to date. */
export function useMediaQuery(query: string): boolean {
  const { matchMedia } = useSurroundings();
  const subscribe = useCallback(
    (changed: () => void) => {
      const list = matchMedia(query);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    [matchMedia, query],
  );
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches);
}
