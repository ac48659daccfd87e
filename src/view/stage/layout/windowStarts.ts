import { logEndOffset } from '../../../sim/broker/log';
import type { BrokerState } from '../../../sim/broker/state';
import { brokerIdsIn, type Offset, type PartitionId, partitionIdsIn } from '../../../sim/ids';
import type { Table } from '../../../sim/ids';
import type { World } from '../../../sim/world';
import { windowStart } from './logWindow';
import type { StageLayout } from './stageLayout';

/**
 * Offset of the first cell of each partition, the same in every broker, as text: equal texts mean
 * equal windows, so that what depends on them is not drawn again.
 */
export function windowStartsKey({ row }: StageLayout, world: World): string {
  const { cells } = row;
  if (!cells) return '';
  return partitionIdsIn(world.controller.image.partitions)
    .map((partition) => `${partition}=${windowStart(cells, longestEnd(world, partition))}`)
    .join(' ');
}

/** The windows that a key stands for. */
export function windowStarts(key: string): Table<PartitionId, Offset> {
  const entries = key.split(' ').filter((part) => part !== '');
  return Object.fromEntries(
    entries.map((part) => {
      const at = part.lastIndexOf('=');
      return [part.slice(0, at), Number(part.slice(at + 1))];
    }),
  );
}

/** Digits of the longest offset in any log. */
export function offsetDigits({ brokers }: Pick<World, 'brokers'>): number {
  return String(Math.max(1, ...brokersIn(brokers).flatMap(endsOf))).length;
}

function longestEnd({ brokers }: World, partition: PartitionId): Offset {
  return Math.max(
    0,
    ...brokersIn(brokers).map(({ replicas }) => {
      const replica = replicas[partition];
      return replica ? logEndOffset(replica.log) : 0;
    }),
  );
}

function endsOf({ replicas }: BrokerState): readonly Offset[] {
  return partitionIdsIn(replicas).map((partition) => {
    const replica = replicas[partition];
    return replica ? logEndOffset(replica.log) : 0;
  });
}

function brokersIn(brokers: World['brokers']): readonly BrokerState[] {
  return brokerIdsIn(brokers).flatMap((id) => brokers[id] ?? []);
}
