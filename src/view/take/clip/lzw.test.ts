import { array, assert, integer, property } from 'fast-check';
import { expect, it } from 'vitest';
import { unpacked } from '../../../../test/gifPictures';
import { lzw } from './lzw';
import { effort } from '../../../../test/properties/effort';

it.each([2, 3, 5, 8])('writes what can be read again, of 2^%i colours', (bits) => {
  const indexes = array(integer({ min: 0, max: 2 ** bits - 1 }), { minLength: 1, maxLength: 3000 });
  assert(
    property(indexes, (given) => {
      expect(unpacked([...lzw(Uint8Array.from(given), bits)], bits)).toEqual(given);
    }),
    effort(40, 400),
  );
});

it('begins again when it knows no more codes', () => {
  // So many pairs that no two are the same: each takes a code.
  const indexes = Array.from({ length: 100_000 }, (_, at) => (at * at + (at >> 8)) % 256);
  const written = lzw(Uint8Array.from(indexes), 8);
  expect(unpacked([...written], 8)).toEqual(indexes);
});

it('writes what comes again and again in few bytes', () => {
  expect(lzw(new Uint8Array(100_000), 8).length).toBeLessThan(700);
});
