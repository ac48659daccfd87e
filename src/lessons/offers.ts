import type { Command } from '../sim/command';
import type { Acks } from '../sim/config';
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

/** One record of a prepared run, whose value is known. */
export function write(partition: PartitionId, value: string = 'new'): Command {
  return { type: 'produce', producer: 'producer-1', partition, key: null, value };
}

/** `kill -9` of a broker's process. */
export function crash(broker: BrokerId): Command {
  return { type: 'crashBroker', broker };
}

/** `kill -9` of whoever leads a partition, by the controller's decision. */
export function crashLeaderOf(partition: PartitionId): Offer {
  return ({ controller }: World) => crash(controller.image.partitions[partition]?.leader ?? -1);
}

/** A broker is stopped as it should be: it hands its partitions over first. */
export function shutDown(broker: BrokerId): Command {
  return { type: 'shutDownBroker', broker };
}

/** A broker's process starts again. */
export function start(broker: BrokerId): Command {
  return { type: 'startBroker', broker };
}

/** The machine's disks, and what is on them, are replaced while the broker is down. */
export function replaceDisks(broker: BrokerId): Command {
  return { type: 'replaceDisks', broker };
}

/** A log directory of a broker becomes unreadable; without any it halts. */
export function failLogDirectory(broker: BrokerId, directory: string): Command {
  return { type: 'failLogDirectory', broker, directory };
}

/** The cloud takes the machine away for good. */
export function loseInstance(broker: BrokerId): Command {
  return { type: 'loseInstance', broker };
}

/** From now on a broker takes so many milliseconds to copy a record; 0: as fast as before. */
export function slowDisk(broker: BrokerId, msPerRecord: number): Command {
  return { type: 'slowDisk', broker, msPerRecord };
}

/** The producer starts again with other `acks`. */
export function changeAcks(acks: Acks): Command {
  return { type: 'changeAcks', producer: 'producer-1', acks };
}

/** Another `min.insync.replicas` for the topic. */
export function changeMinInsyncReplicas(value: number): Command {
  return { type: 'changeMinInsyncReplicas', value };
}

/** Another `unclean.leader.election.enable` for the topic. */
export function changeUncleanLeaderElection(value: boolean): Command {
  return { type: 'changeUncleanLeaderElection', value };
}

/** From now on these brokers are to hold a partition, the first one to lead it. */
export function reassign(partition: PartitionId, ...replicas: readonly BrokerId[]): Command {
  return { type: 'reassignPartitions', targets: [{ partition, replicas }] };
}

/** A new topic, which is written with one replica in sync. */
export function createTopic(topic: string, partitions: number, replicationFactor: number): Command {
  return { type: 'createTopic', topic, partitions, replicationFactor, minInsyncReplicas: 1 };
}

/** Another consumer starts, with a `client.rack`. */
export function addConsumer(rack: string): Command {
  return { type: 'addConsumer', rack };
}

/** The producer sends records at an even pace, until it is told to stop. */
export function startLoad(recordsPerSecond: number): Command {
  return { type: 'startLoad', producer: 'producer-1', recordsPerSecond };
}

/** The producer sends nothing more by itself. */
export const stopLoad: Command = { type: 'stopLoad', producer: 'producer-1' };
