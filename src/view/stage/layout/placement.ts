import { brokerIdsIn, type ClientId, type PartitionId, partitionIdsIn } from '../../../sim/ids';
import type { Hidden } from '../../../lessons/scene';
import type { World } from '../../../sim/world';
import type { StageRequest } from './stageLayout';

/** Who is on the stage and in which rack, and which replicas each broker holds. */
type Placement = Pick<StageRequest, 'brokers' | 'partitions' | 'clients' | 'hasController'>;

const SEPARATOR = ' ';

/** The placement of a cluster, without who is hidden, as text: equal texts mean equal layouts. */
export function placementKey(world: World, hides: readonly Hidden[] = []): string {
  const { brokers, controller, producers, consumers } = world;
  const lines = brokerIdsIn(brokers).map((id) => {
    const rack = encodeURIComponent(brokers[id]?.rack ?? '');
    return [id, rack, ...partitionIdsIn(brokers[id]?.replicas ?? {})].join(SEPARATOR);
  });
  const clients = [
    ...(hides.includes('controller') ? [] : ['controller']),
    ...(hides.includes('producers') ? [] : Object.keys(producers)),
    ...(hides.includes('consumers') ? [] : Object.keys(consumers)),
  ];
  const partitions = partitionIdsIn(controller.image.partitions);
  return [partitions.join(SEPARATOR), clients.join(SEPARATOR), ...lines].join('\n');
}

/** The placement that a key stands for. */
export function placementOf(key: string): Placement {
  const [partitions = '', clients = '', ...lines] = key.split('\n');
  return {
    partitions: partitionsIn(partitions.split(SEPARATOR)),
    clients: clients.split(SEPARATOR).filter(isClient),
    hasController: clients.split(SEPARATOR).includes('controller'),
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

function isClient(name: string): name is ClientId {
  return name.startsWith('producer-') || name.startsWith('consumer-');
}
