import { brokerIdsIn, type PartitionId, partitionIdsIn } from '../../../sim/ids';
import type { World } from '../../../sim/world';
import type { StageRequest } from './stageLayout';

/** Who is on the stage, and which replicas each broker holds. */
type Placement = Pick<StageRequest, 'brokers' | 'partitions'>;

const SEPARATOR = ' ';

/** The placement of a cluster as text: equal texts mean equal layouts. */
export function placementKey({ brokers, controller }: World): string {
  const lines = brokerIdsIn(brokers).map((id) =>
    [id, ...partitionIdsIn(brokers[id]?.replicas ?? {})].join(SEPARATOR),
  );
  return [partitionIdsIn(controller.image.partitions).join(SEPARATOR), ...lines].join('\n');
}

/** The placement that a key stands for. */
export function placementOf(key: string): Placement {
  const [first = '', ...lines] = key.split('\n');
  return {
    partitions: partitionsIn(first),
    brokers: lines.map((line) => {
      const [id = '', ...rest] = line.split(SEPARATOR);
      return { id: Number(id), partitions: partitionsIn(rest.join(SEPARATOR)) };
    }),
  };
}

function partitionsIn(line: string): readonly PartitionId[] {
  return line.split(SEPARATOR).filter((name): name is PartitionId => name.includes('-'));
}
