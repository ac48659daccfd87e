import type { NodeId, Offset, Tick } from '../ids';
import type { RecordNames } from '../recordNames';

/** `offset 5`, or `offsets 5 to 9`. */
export function offsets(baseOffset: Offset, lastOffset: Offset): string {
  return baseOffset === lastOffset
    ? `offset ${baseOffset}`
    : `offsets ${baseOffset} to ${lastOffset}`;
}

/** `1 record`, `3 records`. */
export function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}

/** `once`, `twice`, `3 times`. */
export function times(n: number): string {
  if (n === 1) return 'once';
  return n === 2 ? 'twice' : `${n} times`;
}

/** `1, 2, 3`, or a word when there is nobody. */
export function list(items: readonly (number | string)[]): string {
  return items.length === 0 ? 'nobody' : items.join(', ');
}

/** `broker 2`, `brokers 2, 3`. */
export function brokers(ids: readonly number[]): string {
  return `${ids.length === 1 ? 'broker' : 'brokers'} ${list(ids)}`;
}

/** `[2, 3]`, as Kafka prints a set. */
export function set(ids: readonly number[]): string {
  return `[${ids.join(', ')}]`;
}

/** How many records are named one by one. */
const NAMED_MAX = 5;

/** A value that would make a sentence of its own: its beginning, and more. */
const LONG = /^(.{15}).{2,}$/su;

/** `record “d”`, or `records “d”, “e”`: by what they say, for a number would pass for an offset. */
export function records({ values }: Pick<RecordNames, 'values'>): string {
  const named = values.map((value) => `“${value.replace(LONG, '$1…')}”`);
  const { length } = named;
  return length > NAMED_MAX
    ? `${length} records (${named[0]} … ${named.at(-1)})`
    : `record${length === 1 ? '' : 's'} ${list(named)}`;
}

/** `200 ms`, `60 s`: as short as can be. */
export function span(ms: Tick): string {
  return ms % 1000 === 0 ? `${ms / 1000} s` : `${ms} ms`;
}

/** Seconds with one decimal. */
export function seconds(ms: Tick): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

/** A node as people call it, as the page does: `the controller`, `broker 2`, `producer 1`. */
export function nodeName(node: NodeId): string {
  return node === 'controller' ? 'the controller' : node.replace('-', ' ');
}

/** The sentence with a capital first letter. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
