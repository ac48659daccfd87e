import { describe, expect, it } from 'vitest';
import { choosePartition, murmur2, partitionForKey, utf8 } from './partitioner';

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

describe('a record goes to a partition', () => {
  it('that it asks for, whatever its key', () => {
    expect(choosePartition('orders', 3, 'orders-2', 'abc', 1)).toBe('orders-2');
  });

  it('that its key has been given, even if another one is sticky', () => {
    expect(choosePartition('orders', 6, null, 'abc', 1)).toBe('orders-3');
  });

  it('that is sticky just now when it has no key', () => {
    expect(choosePartition('orders', 3, null, null, 1)).toBe('orders-1');
  });

  it('that belongs to its key even if the key is empty', () => {
    const byHash = partitionForKey('', 12);
    expect(choosePartition('orders', 12, null, '', 11)).toBe(`orders-${byHash}`);
  });
});
