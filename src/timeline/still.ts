import type { World } from '../sim/world';
import type { Scenario } from './scenario';

/** A scenario and the world of its first told frame, in which the cluster is at rest. */
export interface Still {
  readonly scenario: Scenario;
  readonly world: World;
}
