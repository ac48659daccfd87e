import type { BrokerId, Table } from '../ids';
import { rowsOf } from '../table';
import type { MetadataImage, PartitionRegistration } from './state';

/** Whether a broker can read the directory with its copy (BrokerRegistration.hasOnlineDir). */
export function hasOnlineDirectory(
  { brokers }: Pick<MetadataImage, 'brokers'>,
  { directories }: Pick<PartitionRegistration, 'directories'>,
  broker: BrokerId,
): boolean {
  const directory = directories[broker];
  return directory === undefined || (brokers[broker]?.logDirectories ?? []).includes(directory);
}

/**
 * The log directory of each replica: where it is already, or that with the fewest replicas of its
 * broker, the first of several (LogManager.nextLogDirs). Kafka lets each broker choose, and tell
 * the controller.
 */
export function directoriesFor(
  image: Pick<MetadataImage, 'brokers' | 'partitions'>,
  replicas: readonly BrokerId[],
  known: Table<BrokerId, string> = {},
): Table<BrokerId, string> {
  const directories: { [broker in BrokerId]?: string } = {};
  for (const broker of replicas) {
    const directory = known[broker] ?? leastUsed(image, broker);
    if (directory !== undefined) directories[broker] = directory;
  }
  return directories;
}

function leastUsed(
  { brokers, partitions }: Pick<MetadataImage, 'brokers' | 'partitions'>,
  broker: BrokerId,
): string | undefined {
  const used = rowsOf(partitions).map(({ directories }) => directories[broker]);
  const countOf = (name: string): number => used.filter((each) => each === name).length;
  const names = brokers[broker]?.logDirectories ?? [];
  return names.toSorted((one, other) => countOf(one) - countOf(other))[0];
}
