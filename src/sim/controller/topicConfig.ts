import { topicOf } from '../ids';
import type { PartitionId } from '../ids';
import type { MetadataImage, TopicConfig } from './state';

/** Configuration of a partition's topic. Throws for an unknown topic. */
export function topicConfigOf(image: MetadataImage, partition: PartitionId): TopicConfig {
  const config = image.topics[topicOf(partition)];
  if (config === undefined) throw new Error(`No topic of ${partition}.`);
  return config;
}
