import { lastToldBefore } from '../../store/selectors';
import type { HighwaterState } from '../../store/state';

/** Index of the frame before what was told last: what is another value there has changed since. */
export function momentBefore(state: HighwaterState): number {
  return Math.max(0, (lastToldBefore(state)?.index ?? 0) - 1);
}
