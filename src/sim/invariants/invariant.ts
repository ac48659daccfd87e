import type { World } from '../world';

/** A promise that a cluster keeps, checkable on any world. */
export interface Invariant {
  /** A sentence that is true while the promise is kept. */
  readonly name: string;
  /** Why Kafka can promise it. */
  readonly because: string;
  /** What is wrong, in a sentence; null while the promise is kept. */
  readonly brokenIn: (world: World) => string | null;
}
