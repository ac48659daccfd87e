import { describe, expect, it } from 'vitest';
import { drawPartition, isStickyOver, murmur2, partitionForKey, utf8 } from './partitioner';

// The values are those of Kafka's own test (UtilsTest.testMurmur2).
const hashes: readonly (readonly [string, number])[] = [
  ['21', -973_932_308],
  ['foobar', -790_332_482],
  ['a-little-bit-long-string', -985_981_536],
  ['a-little-bit-longer-string', -1_486_304_829],
  ['lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8', -58_897_971],
  ['abc', 479_470_107],
];

describe('the hash of a key', () => {
  it.each(hashes)('is that of the Java client for %s', (key, hash) => {
    expect(murmur2(utf8(key))).toBe(hash);
  });

  it('is taken over the bytes of the key in UTF-8', () => {
    // One character each of one, two, three and four bytes.
    expect(utf8('aé€😀')).toEqual([...new TextEncoder().encode('aé€😀')]);
  });

  it('chooses among all partitions with its sign bit cleared', () => {
    expect([partitionForKey('21', 3), partitionForKey('foobar', 3)]).toEqual([0, 0]);
    expect([partitionForKey('abc', 6), partitionForKey('abc', 12)]).toEqual([3, 3]);
  });
});

describe('a record without a key', () => {
  const all = ['orders-0', 'orders-1', 'orders-2'] as const;
  const drawn = (nth: number, led: readonly string[]): string =>
    drawPartition(7, `producer-1:sticky:${nth}`, all, (partition) => led.includes(partition));

  it('goes to any partition that has a leader, by chance', () => {
    const drawnOf = new Set(Array.from({ length: 50 }, (_, nth) => drawn(nth, all)));
    expect([...drawnOf].toSorted()).toEqual(all);
    const two = new Set(
      Array.from({ length: 50 }, (_, nth) => drawn(nth, ['orders-0', 'orders-2'])),
    );
    expect([...two].toSorted()).toEqual(['orders-0', 'orders-2']);
  });

  it('goes to any partition when none is known to have a leader', () => {
    const drawnOf = new Set(Array.from({ length: 50 }, (_, nth) => drawn(nth, [])));
    expect(drawnOf.size).toBe(3);
  });

  it('goes to another one when a batch has gone there and is full, or twice as much', () => {
    expect([isStickyOver(99, 100, true), isStickyOver(100, 100, true)]).toEqual([false, true]);
    expect([isStickyOver(199, 100, false), isStickyOver(200, 100, false)]).toEqual([false, true]);
  });
});
