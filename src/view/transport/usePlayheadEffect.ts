import { useMotionValueEvent } from 'framer-motion';
import { useLayoutEffect } from 'react';
import { usePlayhead } from '../../store/HighwaterContext';

/**
 * Writes something that follows the playhead straight to the page: sixty times a second is too
 * often to render.
 */
export function usePlayheadEffect(write: (playhead: number) => void): void {
  const playhead = usePlayhead();
  useMotionValueEvent(playhead, 'change', write);
  useLayoutEffect(() => write(playhead.get()));
}
