import type { PartitionId } from '../../sim/ids';

/** What a person wants to see in the diagram. */
export interface Wishes {
  readonly partition: PartitionId;
  readonly allPartitions: boolean;
  /** Routine traffic too. */
  readonly allMessages: boolean;
}
