import type { Scenario } from '../timeline/scenario';

/** A prepared run, at rest at its start and ready to play. */
export interface Scene {
  readonly id: string;
  readonly scenario: Scenario;
  /** Who is not on the stage, because the scene is not about them. */
  readonly hides: readonly Hidden[];
}

/** Who can be left out of a picture. What they send and get is not drawn either. */
export type Hidden = 'controller' | 'producers' | 'consumers';
