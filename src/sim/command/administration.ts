import type { BrokerId, PartitionId } from '../ids';

/** What an administrator does. */
export type AdministrationCommand =
  | ChangeMinInsyncReplicas
  | ChangeUncleanLeaderElection
  | ElectLeader
  | ReassignPartitions
  | AddBroker
  | UnregisterBroker
  | CreateTopic;

/** `kafka-configs.sh --alter --add-config min.insync.replicas=…` on a topic. */
export interface ChangeMinInsyncReplicas {
  readonly type: 'changeMinInsyncReplicas';
  /** Left out: the first topic. */
  readonly topic?: string;
  readonly value: number;
}

/** `kafka-configs.sh --alter --add-config unclean.leader.election.enable=…` on a topic. */
export interface ChangeUncleanLeaderElection {
  readonly type: 'changeUncleanLeaderElection';
  /** Left out: the first topic. */
  readonly topic?: string;
  readonly value: boolean;
}

/** `kafka-leader-election.sh` for one partition. */
export interface ElectLeader {
  readonly type: 'electLeader';
  readonly partition: PartitionId;
  readonly election: 'PREFERRED' | 'UNCLEAN';
}

/** Where one partition is to live; null cancels what is under way. */
export interface ReassignmentTarget {
  readonly partition: PartitionId;
  readonly replicas: readonly BrokerId[] | null;
}

/** `kafka-reassign-partitions.sh --execute`, or `--cancel` where the target is null. */
export interface ReassignPartitions {
  readonly type: 'reassignPartitions';
  readonly targets: readonly ReassignmentTarget[];
}

/** A broker that the cluster has not known is started on a new machine. */
export interface AddBroker {
  readonly type: 'addBroker';
  /** A `node.id` that no broker has, from 1 up. */
  readonly broker: BrokerId;
  /** `broker.rack`. */
  readonly rack: string | null;
}

/** `kafka-cluster.sh unregister` of a broker that is gone. */
export interface UnregisterBroker {
  readonly type: 'unregisterBroker';
  readonly broker: BrokerId;
}

/** `kafka-topics.sh --create`. */
export interface CreateTopic {
  readonly type: 'createTopic';
  readonly topic: string;
  readonly partitions: number;
  readonly replicationFactor: number;
  readonly minInsyncReplicas: number;
}
