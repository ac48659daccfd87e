import type { Command } from './command';
import type { KafkaError } from './kafkaError';
import type { World } from './world';

/** Why a command would change nothing: Kafka's error, if it has one, and a sentence. */
export interface Refusal {
  readonly error: KafkaError | null;
  readonly because: string;
}

/** The dry run of a command: null when it would change something. */
export function refusal(world: World, command: Command): Refusal | null {
  switch (command.type) {
    case 'produce':
      return refuseProduce(world, command);
    case 'crashBroker':
      return refuseCrash(world, command.broker);
    case 'startBroker':
      return refuseStart(world, command.broker);
    case 'changeMinInsyncReplicas':
      return refuseMinimum(world, command.value);
    case 'changeUncleanLeaderElection': {
      const now = world.controller.image.topics[world.settings.topic]?.uncleanLeaderElection;
      return now === command.value ? unchanged() : null;
    }
    case 'changeAcks':
      return refuseAcks(world, command);
    case 'startLoad':
      return refuseLoad(world, command);
    case 'stopLoad':
      return (world.producers[command.producer]?.load ?? null) === null ? unchanged() : null;
    default:
      return command satisfies never;
  }
}

function refuseProduce(
  world: World,
  { producer, partition, value }: Extract<Command, { type: 'produce' }>,
): Refusal | null {
  if (world.producers[producer] === undefined) return refuse(`There is no ${producer}.`);
  if (partition !== null && world.controller.image.partitions[partition] === undefined) {
    return refuse(`There is no partition ${partition}.`, 'UNKNOWN_TOPIC_OR_PARTITION');
  }
  return value.length > 100 ? refuse('A record here is at most 100 characters long.') : null;
}

function refuseCrash(world: World, id: number): Refusal | null {
  const broker = world.brokers[id];
  if (broker === undefined) return refuse(`There is no broker ${id}.`, 'BROKER_ID_NOT_REGISTERED');
  return broker.lifecycle === 'NOT_RUNNING' ? refuse(`Broker ${id} is already down.`) : null;
}

function refuseStart(world: World, id: number): Refusal | null {
  const broker = world.brokers[id];
  if (broker === undefined) return refuse(`There is no broker ${id}.`, 'BROKER_ID_NOT_REGISTERED');
  return broker.lifecycle === 'NOT_RUNNING' ? null : refuse(`Broker ${id} is already running.`);
}

function refuseMinimum(world: World, value: number): Refusal | null {
  if (!Number.isInteger(value) || value < 1) {
    return refuse('min.insync.replicas is a whole number from 1 up.', 'INVALID_CONFIG');
  }
  const now = world.controller.image.topics[world.settings.topic]?.minInsyncReplicas;
  return now === value ? unchanged() : null;
}

function refuseAcks(
  world: World,
  { producer, acks }: Extract<Command, { type: 'changeAcks' }>,
): Refusal | null {
  const known = world.producers[producer];
  if (known === undefined) return refuse(`There is no ${producer}.`);
  if (acks !== 0 && acks !== 1 && acks !== 'all') {
    return refuse('acks is 0, 1 or all.', 'INVALID_REQUIRED_ACKS');
  }
  return known.acks === acks ? unchanged() : null;
}

function refuseLoad(
  world: World,
  { producer, recordsPerSecond }: Extract<Command, { type: 'startLoad' }>,
): Refusal | null {
  const known = world.producers[producer];
  if (known === undefined) return refuse(`There is no ${producer}.`);
  const isInRange = recordsPerSecond >= 1 && recordsPerSecond <= 1000;
  if (!isInRange) return refuse('A steady load is 1 to 1000 records a second.');
  return known.load?.recordsPerSecond === recordsPerSecond ? unchanged() : null;
}

function unchanged(): Refusal {
  return refuse('It is so already.');
}

function refuse(because: string, error: KafkaError | null = null): Refusal {
  return { error, because };
}
