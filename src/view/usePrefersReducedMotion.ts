import { useMediaQuery } from './useMediaQuery';

/** Whether the person asked their system for less motion. */
export function usePrefersReducedMotion(): boolean {
  return useMediaQuery('(prefers-reduced-motion: reduce)');
}
