/** What the fields of one command lean on: the first topic, and what was produced before. */
export interface PackContext {
  readonly topic: string;
  /** The value of the last record; null before the first. */
  lastValue: string | null;
}

/**
 * How a field of a command stands in a link, and back. What cannot be meant comes back as it is:
 * the rules for commands then say what is wrong with it. Undefined is a field that is left out.
 */
export interface FieldCode {
  readonly pack: (value: unknown, context: PackContext) => unknown;
  readonly unpack: (packed: unknown, context: PackContext) => unknown;
}

/** As it is. */
export const plain: FieldCode = { pack: (value) => value, unpack: (packed) => packed };

/** True and false as 1 and 0. */
export const flag: FieldCode = {
  pack: Number,
  unpack: (packed) => (packed === 1 ? true : packed === 0 ? false : packed),
};

/** What may be left out: null then. */
export const optional: FieldCode = {
  pack: (value) => value ?? null,
  unpack: (packed) => packed ?? undefined,
};

/** A name of a kind and a number, such as `producer-1`, by its number. */
export function numbered(prefix: string): FieldCode {
  return {
    pack: (value) => numberIn(value, prefix) ?? value,
    unpack: (packed) => (typeof packed === 'number' ? `${prefix}${packed}` : packed),
  };
}

const broker = numbered('broker-');

/** A broker by its number, the controller as 0, any other node by its name. */
export const node: FieldCode = {
  pack: (value, context) => (value === 'controller' ? 0 : broker.pack(value, context)),
  unpack: (packed, context) => (packed === 0 ? 'controller' : broker.unpack(packed, context)),
};

/** A partition of the first topic by its number, any other by its name. */
export const partition: FieldCode = {
  pack: (value, context) => numbered(`${context.topic}-`).pack(value, context),
  unpack: (packed, context) => numbered(`${context.topic}-`).unpack(packed, context),
};

/** The value of a record: 0 for the one that follows the last, as the page counts them. */
export const recordValue: FieldCode = {
  pack: (value, context) => {
    const isNext = value === valueAfter(context.lastValue);
    context.lastValue = String(value);
    return isNext ? 0 : value;
  },
  unpack: (packed, context) => {
    const value = packed === 0 ? valueAfter(context.lastValue) : packed;
    context.lastValue = String(value);
    return value;
  },
};

/** Where partitions are to live: pairs of a partition and its brokers. */
export const targets: FieldCode = {
  pack: (value, context) =>
    isList(value)
      ? value.map((target) => {
          const { partition: id, replicas }: { partition?: unknown; replicas?: unknown } =
            Object(target);
          return [partition.pack(id, context), replicas];
        })
      : value,
  unpack: (packed, context) =>
    isList(packed)
      ? packed.map((pair) => {
          if (!isList(pair)) return pair;
          const [id, replicas, ...more] = pair;
          const target = { partition: partition.unpack(id, context), replicas };
          return more.length === 0 ? target : { ...target, more };
        })
      : packed,
};

function numberIn(value: unknown, prefix: string): number | null {
  if (typeof value !== 'string' || !value.startsWith(prefix)) return null;
  const number = Number(value.slice(prefix.length));
  // One that reads otherwise, such as 01, keeps its name.
  return Number.isSafeInteger(number) && value === `${prefix}${number}` ? number : null;
}

/** b after a, a2 after z; null after what no page counts so. */
function valueAfter(value: string | null): string | null {
  const [, letter = '', digits = ''] = /^([a-z])([1-9]\d{0,8})?$/.exec(value ?? '') ?? [];
  if (letter === '') return null;
  if (letter === 'z') return `a${Number(digits || 1) + 1}`;
  return `${String.fromCharCode(letter.charCodeAt(0) + 1)}${digits}`;
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}
