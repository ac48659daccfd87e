import { useMediaQuery } from '../useMediaQuery';

/** Whether there is no room for the jumps beside the scrubber; as in history.css. */
export function useIsSmall(): boolean {
  return useMediaQuery('(max-width: 859px), (max-height: 559px)');
}
