import { useMediaQuery } from './useMediaQuery';

/** Whether the person asked their system for less motion. It may change at any time. */
export function usePrefersReducedMotion(): boolean {
  return useMediaQuery('(prefers-reduced-motion: reduce)');
}
