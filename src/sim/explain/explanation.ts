import type { SimplificationId } from '../simplifications';

/** The four parts of every event that people are told. */
export interface Explanation {
  /** What happened, one sentence. */
  readonly what: string;
  /** Why it happened or what it means, one sentence. */
  readonly why: string;
  /** The configuration or KIP behind it. */
  readonly rule: string;
  /** Where Kafka does it: class and method. */
  readonly where: string;
  /** Where Kafka would do more than is done here. */
  readonly simplification?: SimplificationId;
}
