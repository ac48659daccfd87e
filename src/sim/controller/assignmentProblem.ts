import type { BrokerId } from '../ids';
import type { MetadataImage } from './state';

/**
 * What is wrong with a list of replicas that a person gives, null when nothing is. Fenced brokers
 * may be in it (ReplicationControlManager.validateManualPartitionAssignment).
 */
export function assignmentProblem(
  image: MetadataImage,
  replicas: readonly BrokerId[],
): string | null {
  if (replicas.length === 0) return 'A partition needs at least one replica.';
  const stranger = replicas.find((broker) => image.brokers[broker] === undefined);
  if (stranger !== undefined) return `Broker ${stranger} is not registered.`;
  const twice = replicas.find((broker, index) => replicas.indexOf(broker) !== index);
  return twice === undefined ? null : `Broker ${twice} is named twice.`;
}
