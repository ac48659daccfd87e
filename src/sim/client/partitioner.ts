import { hash } from '../chance';
import type { PartitionId } from '../ids';

const SEED = 0x9747b28c;
const M = 0x5bd1e995;
const R = 24;

/** MurmurHash2, 32 bit, as a signed number (org.apache.kafka.common.utils.Utils.murmur2). */
export function murmur2(bytes: readonly number[]): number {
  let h = SEED ^ bytes.length;
  const whole = bytes.length - (bytes.length % 4);
  for (let i = 0; i < whole; i += 4) {
    let k = byteAt(bytes, i) | (byteAt(bytes, i + 1) << 8);
    k |= (byteAt(bytes, i + 2) << 16) | (byteAt(bytes, i + 3) << 24);
    k = Math.imul(k, M);
    k = Math.imul(k ^ (k >>> R), M);
    h = Math.imul(h, M) ^ k;
  }
  const rest = bytes.length % 4;
  if (rest === 3) h ^= byteAt(bytes, whole + 2) << 16;
  if (rest >= 2) h ^= byteAt(bytes, whole + 1) << 8;
  if (rest >= 1) h = Math.imul(h ^ byteAt(bytes, whole), M);
  h = Math.imul(h ^ (h >>> 13), M);
  return h ^ (h >>> 15);
}

/** The partition of a key, over all partitions, available or not (BuiltInPartitioner). */
export function partitionForKey(key: string, partitions: number): number {
  return (murmur2(utf8(key)) & 0x7fffffff) % partitions;
}

/**
 * A partition for records without a key: one by chance of those that have a leader, of all when
 * none is known to have one (BuiltInPartitioner.nextPartition).
 */
export function drawPartition(
  seed: number,
  draw: string,
  all: readonly PartitionId[],
  isLed: (partition: PartitionId) => boolean,
): PartitionId {
  const led = all.filter(isLed);
  const choices = led.length === 0 ? all : led;
  const drawn = choices[hash(seed, draw) % choices.length];
  if (drawn === undefined) throw new Error('A topic has at least one partition.');
  return drawn;
}

/**
 * Whether the next record without a key goes to another partition: a batch.size of records has gone
 * to this one and its batch is full, or twice as many (BuiltInPartitioner.updatePartitionInfo).
 */
export function isStickyOver(records: number, batchSize: number, isBatchFull: boolean): boolean {
  return (records >= batchSize && isBatchFull) || records >= 2 * batchSize;
}

/** Bytes of a text in UTF-8. */
export function utf8(text: string): readonly number[] {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), continuation(code));
    else if (code < 0x10000) {
      bytes.push(0xe0 | (code >> 12), continuation(code >> 6), continuation(code));
    } else {
      bytes.push(0xf0 | (code >> 18), continuation(code >> 12));
      bytes.push(continuation(code >> 6), continuation(code));
    }
  }
  return bytes;
}

function continuation(bits: number): number {
  return 0x80 | (bits & 0x3f);
}

function byteAt(bytes: readonly number[], index: number): number {
  return (bytes[index] ?? 0) & 0xff;
}
