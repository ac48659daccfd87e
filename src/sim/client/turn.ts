import type { PartitionId } from '../ids';
import type { Wire } from '../network';
import type { ConsumerState, ProducerState } from './state';

/** What a producer's handlers are given: its own state, the wire, the time. */
export interface ProducerTurn {
  readonly wire: Wire;
  /** The number of the run's next record. */
  readonly takeRecordId: () => number;
  /** A producer id that nobody in the cluster has had (InitProducerId). */
  readonly takeProducerId: () => number;
  /** Partitions whose series of sequences has a gap, found out in this tick. */
  readonly partitionsToRewrite: Set<PartitionId>;
  producer: ProducerState;
}

/** What a consumer's handlers are given: its own state, the wire, the time. */
export interface ConsumerTurn {
  readonly wire: Wire;
  consumer: ConsumerState;
}
