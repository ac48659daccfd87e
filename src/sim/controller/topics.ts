import type { CreateTopic } from '../command/administration';
import { brokerIdsIn, partitionId } from '../ids';
import type { BrokerId, PartitionId } from '../ids';
import type { KafkaError } from '../kafkaError';
import { rowOf, withRow } from '../table';
import { directoriesFor } from './directoryOf';
import { isActive, newPartition, writeRecords } from './partitions';
import { place } from './placement';
import type { Placement } from './placement';
import type { MetadataImage, PartitionRegistration } from './state';
import { announce } from './turn';
import type { ControllerTurn } from './turn';

/** What is wrong with a topic that somebody wants to create. */
export interface TopicProblem {
  readonly error: KafkaError;
  readonly because: string;
}

/** Everything but its name that a new topic is made from. */
type NewTopic = Omit<CreateTopic, 'type'>;

const NAME = /^[a-zA-Z0-9._-]{1,249}$/;

/** Why a topic cannot be created, null when it can (ReplicationControlManager.createTopics). */
export function topicProblem(image: MetadataImage, wanted: NewTopic): TopicProblem | null {
  const { topic, partitions, minInsyncReplicas } = wanted;
  if (!NAME.test(topic) || topic === '.' || topic === '..') {
    const because = 'A topic is letters, digits, dots, underscores and dashes.';
    return { error: 'INVALID_TOPIC_EXCEPTION', because };
  }
  const twin = Object.keys(image.topics).find((name) => metricName(name) === metricName(topic));
  if (twin === topic) {
    return { error: 'TOPIC_ALREADY_EXISTS', because: `There is a topic ${topic} already.` };
  }
  if (twin !== undefined) {
    const because = `It collides with ${twin}: a dot and an underscore are one in metric names.`;
    return { error: 'INVALID_TOPIC_EXCEPTION', because };
  }
  if (!isCount(minInsyncReplicas)) {
    const because = 'min.insync.replicas is a whole number from 1 up.';
    return { error: 'INVALID_CONFIG', because };
  }
  if (!isCount(partitions)) {
    const because = 'The number of partitions is a whole number from 1 up.';
    return { error: 'INVALID_PARTITIONS', because };
  }
  const placement = placementOf(image, wanted);
  return placement.error === 'NONE' ? null : placement;
}

/**
 * Creates a topic: its partitions are spread over the registered brokers, and who is active is in
 * sync at once (ReplicationControlManager.createTopic). Says why if it cannot.
 */
export function createTopic(turn: ControllerTurn, wanted: NewTopic): KafkaError {
  const { image } = turn.controller;
  const problem = topicProblem(image, wanted);
  if (problem !== null) return problem.error;
  const placement = placementOf(image, wanted);
  if (placement.error !== 'NONE') return placement.error;
  const { topic, replicationFactor, minInsyncReplicas } = wanted;
  const partitions: { [id in PartitionId]?: PartitionRegistration } = { ...image.partitions };
  for (const [index, replicas] of placement.assignments.entries()) {
    const isReady = (broker: BrokerId): boolean => isActive(image, broker);
    const directories = directoriesFor({ brokers: image.brokers, partitions }, replicas);
    partitions[partitionId(topic, index)] = { ...newPartition(replicas, isReady), directories };
  }
  const config = { minInsyncReplicas, uncleanLeaderElection: false };
  writeRecords(turn, { topics: withRow(image.topics, topic, config), partitions });
  const count = placement.assignments.length;
  announce(turn, { type: 'topicCreated', topic, partitions: count, replicationFactor });
  return 'NONE';
}

// Brokers that shut down are left out; a fenced one is taken when there are too few others.
function placementOf(
  { brokers }: MetadataImage,
  { partitions, replicationFactor }: NewTopic,
): Placement {
  const staying = brokerIdsIn(brokers)
    .map((id) => rowOf(brokers, id))
    .filter(({ inControlledShutdown }) => !inControlledShutdown);
  return place(staying, partitions, replicationFactor);
}

function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 1;
}

function metricName(topic: string): string {
  return topic.replaceAll('.', '_');
}
