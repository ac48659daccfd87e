import type { Command } from '../sim/command';
import { flag, isObject, listOf, named, number, objectOf, oneOf, optional, orNull } from './shape';
import { text, whole, within, type Fields, type Rule } from './shape';

type FieldsOf<Type extends Command['type']> = Fields<Omit<CommandOf<Type>, 'type'>>;
type CommandOf<Type extends Command['type']> = Extract<Command, { readonly type: Type }>;

const producer = named(/^producer-[1-9]\d*$/, 'producer-1');
const consumer = named(/^consumer-[1-9]\d*$/, 'consumer-1');
const node = named(/^(controller|(broker|producer|consumer)-[1-9]\d*)$/, 'broker-1');
const partition = named(/^.+-\d+$/, 'orders-0');
const broker = whole(1);
const flight = whole(1);

// The compiler asks for each command and each of its fields, and knows no other.
const COMMANDS: { readonly [Type in Command['type']]: FieldsOf<Type> } = {
  produce: {
    producer,
    partition: orNull(partition),
    topic: optional(text),
    key: orNull(text),
    value: text,
  },
  changeAcks: { producer, acks: oneOf(0, 1, 'all') },
  changeIdempotence: { producer, value: flag },
  startLoad: { producer, recordsPerSecond: number },
  stopLoad: { producer },
  addProducer: { rack: orNull(text) },
  addConsumer: { rack: orNull(text) },
  restartConsumer: { consumer },
  changeAutoOffsetReset: { consumer, value: oneOf('latest', 'earliest', 'none') },
  crashBroker: { broker },
  startBroker: { broker },
  shutDownBroker: { broker },
  cutPower: { broker },
  loseInstance: { broker },
  replaceDisks: { broker },
  pauseBroker: { broker, forMs: whole(1) },
  slowDisk: { broker, msPerRecord: whole(0) },
  failLogDirectory: { broker, directory: text },
  cutLink: { from: node, to: node, bothWays: flag },
  healLink: { from: node, to: node, bothWays: flag },
  healAllLinks: {},
  holdMessage: { flight },
  releaseMessage: { flight },
  dropMessage: { flight },
  duplicateMessage: { flight },
  deliverMessage: { flight },
  changeMinInsyncReplicas: { topic: optional(text), value: whole(1) },
  changeUncleanLeaderElection: { topic: optional(text), value: flag },
  electLeader: { partition, election: oneOf('PREFERRED', 'UNCLEAN') },
  reassignPartitions: {
    targets: listOf(objectOf({ partition, replicas: orNull(listOf(broker)) })),
  },
  addBroker: { broker, rack: orNull(text) },
  unregisterBroker: { broker },
  createTopic: {
    topic: text,
    partitions: whole(1),
    replicationFactor: whole(1),
    minInsyncReplicas: whole(1),
  },
};

const types: Readonly<Record<string, Readonly<Record<string, Rule>>>> = COMMANDS;

/** A command of any type, with the fields of its type. */
export const command: Rule = (value, place) => {
  if (!isObject(value)) return objectOf({})(value, place);
  const { type } = value;
  if (typeof type !== 'string') return text(type, within(place, 'type'));
  const fields = Object.hasOwn(types, type) ? types[type] : undefined;
  if (fields === undefined) {
    const known = Object.keys(types).join(', ');
    return [`${within(place, 'type')}: there is no command "${type}", only ${known}`];
  }
  return objectOf({ type: text, ...fields })(value, place);
};
