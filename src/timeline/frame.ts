import type { Event } from '../sim/event';
import type { World } from '../sim/world';

/** One state of the cluster in a recording, and what happened on the way into it. */
export interface Frame {
  readonly index: number;
  readonly world: World;
  readonly events: readonly Event[];
  /** Story second at which it begins. */
  readonly story: number;
}
