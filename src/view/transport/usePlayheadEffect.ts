import { useLayoutEffect } from 'react';
import { usePlayhead } from '../../store/HighwaterContext';

/**
 * Writes something that follows the playhead straight to the page: sixty times a second is too
 * often to render.
 */
export function usePlayheadEffect(write: (playhead: number) => void): void {
  const playhead = usePlayhead();
  useLayoutEffect(() => {
    write(playhead.get());
    return playhead.onChange(write);
  });
}
