import type { World } from '../world';

/** A promise that a cluster keeps, checkable on any world. */
export interface Invariant {
  /** A sentence that is true while the promise is kept. */
  readonly name: string;
  /** Why Kafka can promise it. */
  readonly because: string;
  /** What must not have happened, in a clause; left out: it is promised without condition. */
  readonly asLongAs?: string;
  /** What is wrong, in a sentence; null while the promise is kept. */
  readonly brokenIn: (world: World) => string | null;
}

/** A promise about what a step may change, checkable on any two worlds of which one follows. */
export interface ProgressInvariant {
  /** A sentence that is true while the promise is kept. */
  readonly name: string;
  /** Why Kafka can promise it. */
  readonly because: string;
  /** What is wrong, in a sentence; null while the promise is kept. */
  readonly brokenBy: (before: World, after: World) => string | null;
}
