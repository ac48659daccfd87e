import { useMediaQuery } from './useMediaQuery';

/** Whether the person asked their system for less motion. framer-motion looks only at mount. */
export function usePrefersReducedMotion(): boolean {
  return useMediaQuery('(prefers-reduced-motion: reduce)');
}
