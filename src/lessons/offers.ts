import type { Command } from '../sim/command';
import type { BrokerId, PartitionId } from '../sim/ids';
import { nextValue } from '../sim/nextValue';
import type { World } from '../sim/world';
import type { Offer } from './lesson';

/** The producer sends one record to a partition. */
export function produce(partition: PartitionId): Offer {
  return (world) => ({
    type: 'produce',
    producer: 'producer-1',
    partition,
    key: null,
    value: nextValue(world),
  });
}

/** `kill -9` of a broker's process. */
export function crash(broker: BrokerId): Command {
  return { type: 'crashBroker', broker };
}

/** `kill -9` of whoever leads a partition, by the controller's decision. */
export function crashLeaderOf(partition: PartitionId): Offer {
  return ({ controller }: World) => crash(controller.image.partitions[partition]?.leader ?? -1);
}

/** A broker's process starts again. */
export function start(broker: BrokerId): Command {
  return { type: 'startBroker', broker };
}
