import { NO_LEADER, partitionIdsIn, partitionIndex } from './ids';
import type { BrokerId, PartitionId } from './ids';
import { topicConfigOf } from './controller/topicConfig';
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

/** The topic as the controller has it, as Kafka's own tool would tell it (TopicCommand). */
export function describeTopic(world: World): TopicDescription {
  const { image } = world.controller;
  const partitions = partitionIdsIn(image.partitions).map((partition) => {
    const { leader, replicas, inSync, eligible, lastKnownLeaders } = rowOf(
      image.partitions,
      partition,
    );
    return {
      partition,
      index: partitionIndex(partition),
      replicas,
      inSync,
      leader: leader === NO_LEADER ? null : leader,
      eligible,
      lastKnownLeaders,
    };
  });
  return {
    topic: world.settings.topic,
    partitionCount: partitions.length,
    replicationFactor: partitions[0]?.replicas.length ?? 0,
    configs: configsOf(world, partitions[0]?.partition),
    partitions,
  };
}

function configsOf(world: World, partition: PartitionId | undefined): readonly string[] {
  if (partition === undefined) return [];
  const config = topicConfigOf(world.controller.image, partition);
  const unclean = config.uncleanLeaderElection ? ['unclean.leader.election.enable=true'] : [];
  return [`min.insync.replicas=${config.minInsyncReplicas}`, ...unclean];
}
