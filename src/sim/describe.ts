import { NO_LEADER, partitionIdsIn, partitionIndex, topicOf } from './ids';
import type { BrokerId, PartitionId } from './ids';
import type { TopicConfig } from './controller/state';
import { rowOf } from './table';
import type { World } from './world';

/** One line of `kafka-topics.sh --describe`. */
export interface PartitionDescription {
  readonly partition: PartitionId;
  readonly index: number;
  /** Null: the tool prints `none`. */
  readonly leader: BrokerId | null;
  readonly replicas: readonly BrokerId[];
  readonly inSync: readonly BrokerId[];
  readonly eligible: readonly BrokerId[];
  readonly lastKnownLeaders: readonly BrokerId[];
  /** Printed while a reassignment is under way. */
  readonly adding: readonly BrokerId[];
  readonly removing: readonly BrokerId[];
}

/** The first line of `kafka-topics.sh --describe`. */
export interface TopicDescription {
  readonly topic: string;
  readonly partitionCount: number;
  readonly replicationFactor: number;
  /** Configuration that was set for the topic, as `name=value`. */
  readonly configs: readonly string[];
  readonly partitions: readonly PartitionDescription[];
}

/** Every topic as the controller has it, as Kafka's own tool would tell it (TopicCommand). */
export function describeTopics({ controller }: World): readonly TopicDescription[] {
  const { image } = controller;
  return Object.entries(image.topics).flatMap(([topic, config]) => {
    if (config === undefined) return [];
    const ids = partitionIdsIn(image.partitions).filter((id) => topicOf(id) === topic);
    const partitions = ids.map((partition): PartitionDescription => {
      const registration = rowOf(image.partitions, partition);
      const { leader, replicas, inSync, eligible, lastKnownLeaders } = registration;
      const { adding, removing } = registration;
      const lists = { replicas, inSync, eligible, lastKnownLeaders, adding, removing };
      const index = partitionIndex(partition);
      return { partition, index, leader: leader === NO_LEADER ? null : leader, ...lists };
    });
    const first = partitions[0];
    // Who is still being added does not count yet.
    const replicationFactor = (first?.replicas.length ?? 0) - (first?.adding.length ?? 0);
    const partitionCount = partitions.length;
    return [{ topic, partitionCount, replicationFactor, configs: configsOf(config), partitions }];
  });
}

function configsOf({ minInsyncReplicas, uncleanLeaderElection }: TopicConfig): readonly string[] {
  const unclean = uncleanLeaderElection ? ['unclean.leader.election.enable=true'] : [];
  return [`min.insync.replicas=${minInsyncReplicas}`, ...unclean];
}
