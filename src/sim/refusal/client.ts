import type { AddConsumer, ChangeAcks, ChangeAutoOffsetReset } from '../command/client';
import type { ChangeIdempotence, ClientCommand, Produce } from '../command/client';
import type { RestartConsumer, StartLoad } from '../command/client';
import { LIMITS } from '../limits';
import { rowNamed, rowsOf } from '../table';
import type { World } from '../world';
import { refuse, unchanged } from './refuse';
import type { Refusal } from './refuse';

/** Why something asked of a producer or a consumer would change nothing. */
export function refuseClient(world: World, command: ClientCommand): Refusal | null {
  switch (command.type) {
    case 'produce':
      return refuseProduce(world, command);
    case 'changeAcks':
      return refuseAcks(world, command);
    case 'startLoad':
      return refuseLoad(world, command);
    case 'stopLoad':
      return (world.producers[command.producer]?.load ?? null) === null ? unchanged() : null;
    case 'addConsumer':
      return refuseAddConsumer(world, command);
    case 'restartConsumer':
      return refuseRestart(world, command);
    case 'changeAutoOffsetReset':
      return refuseReset(world, command);
    case 'changeIdempotence':
      return refuseIdempotence(world, command);
    case 'addProducer':
      return refuseAnotherProducer(world);
    default:
      return command satisfies never;
  }
}

function refuseAddConsumer({ consumers }: World, { rack }: AddConsumer): Refusal | null {
  if (Object.keys(consumers).length >= LIMITS.consumers) {
    return refuse(`The page shows at most ${LIMITS.consumers} consumers.`);
  }
  return rack === '' ? refuse('A rack has a name, or there is none.') : null;
}

function refuseRestart({ consumers }: World, { consumer }: RestartConsumer): Refusal | null {
  return consumers[consumer] === undefined ? refuse(`There is no ${consumer}.`) : null;
}

function refuseReset(
  { consumers }: World,
  { consumer, value }: ChangeAutoOffsetReset,
): Refusal | null {
  const known = consumers[consumer];
  if (known === undefined) return refuse(`There is no ${consumer}.`);
  if (value !== 'latest' && value !== 'earliest' && value !== 'none') {
    return refuse('auto.offset.reset is latest, earliest or none.', 'INVALID_CONFIG');
  }
  return known.autoOffsetReset === value ? unchanged() : null;
}

function refuseProduce(world: World, command: Produce): Refusal | null {
  const { producer, partition, topic, value } = command;
  if (world.producers[producer] === undefined) return refuse(`There is no ${producer}.`);
  if (topic !== undefined && rowNamed(world.controller.image.topics, topic) === undefined) {
    return refuse(`There is no topic ${topic}.`, 'UNKNOWN_TOPIC_OR_PARTITION');
  }
  if (partition !== null && world.controller.image.partitions[partition] === undefined) {
    return refuse(`There is no partition ${partition}.`, 'UNKNOWN_TOPIC_OR_PARTITION');
  }
  return value.length > 100 ? refuse('A record here is at most 100 characters long.') : null;
}

function refuseAcks(world: World, { producer, acks }: ChangeAcks): Refusal | null {
  const known = world.producers[producer];
  if (known === undefined) return refuse(`There is no ${producer}.`);
  if (acks !== 0 && acks !== 1 && acks !== 'all') {
    return refuse('acks is 0, 1 or all.', 'INVALID_REQUIRED_ACKS');
  }
  return known.acks === acks ? unchanged() : null;
}

function refuseIdempotence(world: World, { producer, value }: ChangeIdempotence): Refusal | null {
  const known = world.producers[producer];
  if (known === undefined) return refuse(`There is no ${producer}.`);
  return known.enableIdempotence === value ? unchanged() : null;
}

function refuseAnotherProducer({ producers }: World): Refusal | null {
  const isFull = rowsOf(producers).length >= LIMITS.producers;
  return isFull ? refuse(`There is room for ${LIMITS.producers} producers.`) : null;
}

function refuseLoad(world: World, { producer, recordsPerSecond }: StartLoad): Refusal | null {
  const known = world.producers[producer];
  if (known === undefined) return refuse(`There is no ${producer}.`);
  const isInRange = recordsPerSecond >= 1 && recordsPerSecond <= 1000;
  if (!isInRange) return refuse('A steady load is 1 to 1000 records a second.');
  return known.load?.recordsPerSecond === recordsPerSecond ? unchanged() : null;
}
