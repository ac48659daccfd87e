import type { Command } from '../../sim/command';
import type { FieldCode, PackContext } from './fieldCodes';
import {
  flag,
  node,
  numbered,
  optional,
  partition,
  plain,
  recordValue,
  targets,
} from './fieldCodes';

type FieldsOf<Type extends Command['type']> = Omit<
  Extract<Command, { readonly type: Type }>,
  'type'
>;

/** The one letter of a command, and its fields in their order. */
interface CommandCode<Type extends Command['type']> {
  readonly letter: string;
  readonly fields: { readonly [Field in keyof FieldsOf<Type>]-?: FieldCode };
}

const producer = numbered('producer-');
const consumer = numbered('consumer-');
const byBroker = { broker: plain };
const byFlight = { flight: plain };
const link = { from: node, to: node, bothWays: flag };

// The compiler asks for each command and each of its fields. Letters and the order of fields are
// what old links are read by: what is here stays as it is, what is new takes a letter of its own.
const CODES: { readonly [Type in Command['type']]: CommandCode<Type> } = {
  produce: {
    letter: 'p',
    fields: { producer, partition, topic: optional, key: plain, value: recordValue },
  },
  changeAcks: { letter: 'a', fields: { producer, acks: plain } },
  changeIdempotence: { letter: 'i', fields: { producer, value: flag } },
  startLoad: { letter: 'l', fields: { producer, recordsPerSecond: plain } },
  stopLoad: { letter: 'L', fields: { producer } },
  addProducer: { letter: 'n', fields: { rack: plain } },
  addConsumer: { letter: 'N', fields: { rack: plain } },
  restartConsumer: { letter: 'r', fields: { consumer } },
  changeAutoOffsetReset: { letter: 'o', fields: { consumer, value: plain } },
  crashBroker: { letter: 'c', fields: byBroker },
  startBroker: { letter: 's', fields: byBroker },
  shutDownBroker: { letter: 'S', fields: byBroker },
  cutPower: { letter: 'w', fields: byBroker },
  loseInstance: { letter: 'W', fields: byBroker },
  replaceDisks: { letter: 'D', fields: byBroker },
  pauseBroker: { letter: 'z', fields: { broker: plain, forMs: plain } },
  slowDisk: { letter: 'd', fields: { broker: plain, msPerRecord: plain } },
  failLogDirectory: { letter: 'f', fields: { broker: plain, directory: plain } },
  cutLink: { letter: 'x', fields: link },
  healLink: { letter: 'h', fields: link },
  healAllLinks: { letter: 'H', fields: {} },
  holdMessage: { letter: 'k', fields: byFlight },
  releaseMessage: { letter: 'K', fields: byFlight },
  dropMessage: { letter: 'q', fields: byFlight },
  duplicateMessage: { letter: 'Q', fields: byFlight },
  deliverMessage: { letter: 'v', fields: byFlight },
  changeMinInsyncReplicas: { letter: 'm', fields: { topic: optional, value: plain } },
  changeUncleanLeaderElection: { letter: 'u', fields: { topic: optional, value: flag } },
  electLeader: { letter: 'e', fields: { partition, election: plain } },
  reassignPartitions: { letter: 'R', fields: { targets } },
  addBroker: { letter: 'b', fields: { broker: plain, rack: plain } },
  unregisterBroker: { letter: 'B', fields: byBroker },
  createTopic: {
    letter: 't',
    fields: {
      topic: plain,
      partitions: plain,
      replicationFactor: plain,
      minInsyncReplicas: plain,
    },
  },
};

interface Coded {
  readonly type: string;
  readonly letter: string;
  readonly fields: readonly (readonly [string, FieldCode])[];
}

const ALL: readonly Coded[] = Object.entries(CODES).map(([type, { letter, fields }]) => ({
  type,
  letter,
  fields: Object.entries<FieldCode>(fields),
}));

const byType = new Map(ALL.map((coded) => [coded.type, coded]));
const byLetter = new Map(ALL.map((coded) => [coded.letter, coded]));

/** The letter of a command, and its fields in the order of its code. */
export function packedCommand(
  command: Command,
  context: PackContext,
): { readonly letter: string; readonly fields: readonly unknown[] } {
  const coded = byType.get(command.type);
  if (coded === undefined) throw new Error(`${command.type} has no letter.`);
  const given = new Map<string, unknown>(Object.entries(command));
  const fields = coded.fields.map(([name, code]) => code.pack(given.get(name), context));
  return { letter: coded.letter, fields };
}

/**
 * What was packed, by its letter, taking its fields from a list of them. Not looked at by any rule
 * yet. Null for a letter that no command has.
 */
export function unpackedCommand(
  letter: string,
  take: () => unknown,
  context: PackContext,
): Readonly<Record<string, unknown>> | null {
  const coded = byLetter.get(letter);
  if (coded === undefined) return null;
  const fields = coded.fields.map(([name, code]) => [name, code.unpack(take(), context)] as const);
  const given = fields.filter(([, value]) => value !== undefined);
  return { type: coded.type, ...Object.fromEntries(given) };
}
