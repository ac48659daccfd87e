import type { Wire } from '../network';
import type { ConsumerState, ProducerState } from './state';

/** What a producer's handlers are given: its own state, the wire, the time. */
export interface ProducerTurn {
  readonly wire: Wire;
  /** The number of the run's next record. */
  readonly takeRecordId: () => number;
  producer: ProducerState;
}

/** What a consumer's handlers are given: its own state, the wire, the time. */
export interface ConsumerTurn {
  readonly wire: Wire;
  consumer: ConsumerState;
}
