import { brokerIdsIn, type PartitionId, partitionIdsIn } from '../../../sim/ids';
import type { World } from '../../../sim/world';
import type { StageRequest } from './stageLayout';

/** Who is on the stage and in which rack, and which replicas each broker holds. */
type Placement = Pick<StageRequest, 'brokers' | 'partitions'>;

const SEPARATOR = ' ';

/** The placement of a cluster as text: equal texts mean equal layouts. */
export function placementKey({ brokers, controller }: World): string {
  const lines = brokerIdsIn(brokers).map((id) => {
    const rack = encodeURIComponent(brokers[id]?.rack ?? '');
    return [id, rack, ...partitionIdsIn(brokers[id]?.replicas ?? {})].join(SEPARATOR);
  });
  return [partitionIdsIn(controller.image.partitions).join(SEPARATOR), ...lines].join('\n');
}

/** The placement that a key stands for. */
export function placementOf(key: string): Placement {
  const [partitions = '', ...lines] = key.split('\n');
  return {
    partitions: partitionsIn(partitions.split(SEPARATOR)),
    brokers: lines.map((line) => {
      const [id = '', rack = '', ...rest] = line.split(SEPARATOR);
      const named = rack === '' ? null : decodeURIComponent(rack);
      return { id: Number(id), rack: named, partitions: partitionsIn(rest) };
    }),
  };
}

function partitionsIn(names: readonly string[]): readonly PartitionId[] {
  return names.filter((name): name is PartitionId => name.includes('-'));
}
