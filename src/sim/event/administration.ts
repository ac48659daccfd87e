import type { BrokerId, ClientId, PartitionId } from '../ids';

/** What an administrator did, and what came of it. */
export type AdministrationEvent =
  | {
      readonly type: 'reassignmentStarted';
      readonly partition: PartitionId;
      readonly from: readonly BrokerId[];
      /** The target, in its order. */
      readonly to: readonly BrokerId[];
      readonly adding: readonly BrokerId[];
      readonly removing: readonly BrokerId[];
    }
  | {
      readonly type: 'reassignmentCompleted';
      readonly partition: PartitionId;
      readonly replicas: readonly BrokerId[];
      readonly removed: readonly BrokerId[];
    }
  | {
      readonly type: 'reassignmentCancelled';
      readonly partition: PartitionId;
      readonly replicas: readonly BrokerId[];
    }
  | {
      /** A broker that holds a partition no more deletes its copy. */
      readonly type: 'replicaDeleted';
      readonly broker: BrokerId;
      readonly partition: PartitionId;
    }
  | { readonly type: 'brokerAdded'; readonly broker: BrokerId; readonly rack: string | null }
  | { readonly type: 'brokerUnregistered'; readonly broker: BrokerId }
  | {
      readonly type: 'topicCreated';
      readonly topic: string;
      readonly partitions: number;
      readonly replicationFactor: number;
    }
  | { readonly type: 'clientAdded'; readonly client: ClientId; readonly rack: string | null };
