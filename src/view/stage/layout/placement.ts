import { brokerIdsIn, type PartitionId, partitionIdsIn } from '../../../sim/ids';
import type { World } from '../../../sim/world';
import type { StageRequest } from './stageLayout';

/** Who is on the stage, and which replicas each broker holds. */
type Placement = Pick<StageRequest, 'brokers' | 'partitions' | 'racks'>;

const SEPARATOR = ' ';
const RACKS = 'racks';

/** The placement of a cluster as text: equal texts mean equal layouts. */
export function placementKey({ brokers, controller }: World): string {
  const lines = brokerIdsIn(brokers).map((id) =>
    [id, ...partitionIdsIn(brokers[id]?.replicas ?? {})].join(SEPARATOR),
  );
  const racks = brokerIdsIn(brokers).some((id) => typeof brokers[id]?.rack === 'string');
  const partitions = partitionIdsIn(controller.image.partitions).join(SEPARATOR);
  return [racks ? RACKS : '', partitions, ...lines].join('\n');
}

/** The placement that a key stands for. */
export function placementOf(key: string): Placement {
  const [racks, partitions = '', ...lines] = key.split('\n');
  return {
    racks: racks === RACKS,
    partitions: partitionsIn(partitions),
    brokers: lines.map((line) => {
      const [id = '', ...rest] = line.split(SEPARATOR);
      return { id: Number(id), partitions: partitionsIn(rest.join(SEPARATOR)) };
    }),
  };
}

function partitionsIn(line: string): readonly PartitionId[] {
  return line.split(SEPARATOR).filter((name): name is PartitionId => name.includes('-'));
}
