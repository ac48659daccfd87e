import { crc32 as crcOf, inflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { pngText, withPngText } from './pngText';

// One white point, as any program writes it.
const PNG = Uint8Array.from(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+h' +
      'HgAHggJ/PchI7wAAAABJRU5ErkJggg==',
    'base64',
  ),
);

it('gives back what was put in, letters of all kinds too', () => {
  const text = '1.abc – „é“ 😀 <&>';
  expect(pngText(withPngText(PNG, text))).toBe(text);
  expect(pngText(withPngText(PNG, ''))).toBe('');
});

it('leaves every chunk whole, with the checksum that it ought to have', () => {
  const chunks = chunksOf(withPngText(PNG, 'a run'));
  expect(chunks.map(({ type }) => type)).toEqual(['IHDR', 'iTXt', 'IDAT', 'IEND']);
  for (const { crc, computed } of chunks) expect(crc).toBe(computed);
  const picture = chunks.find(({ type }) => type === 'IDAT');
  expect(inflateSync(picture?.data ?? new Uint8Array())).toHaveLength(5);
});

it('finds nothing in a PNG of another program, nor in what was damaged on the way', () => {
  expect(pngText(PNG)).toBeNull();
  const damaged = withPngText(PNG, 'a run');
  damaged[60] = 0;
  expect(pngText(damaged)).toBeNull();
});

it('ends, whatever length a chunk claims to have', () => {
  const full = withPngText(PNG, 'a run');
  for (let length = 0; length < full.length; length += 1) {
    expect(() => pngText(full.slice(0, length))).not.toThrow();
  }
  const long = full.slice();
  long.set([255, 255, 255, 255], 33);
  expect(pngText(long)).toBeNull();
});

it('puts nothing into what is no PNG', () => {
  expect(() => withPngText(Uint8Array.from([1, 2, 3]), 'a run')).toThrow('no PNG');
});

function chunksOf(png: Uint8Array) {
  const view = new DataView(png.buffer, png.byteOffset);
  const chunks = [];
  for (let at = 8; at < png.length;) {
    const end = at + 8 + view.getUint32(at);
    const type = String.fromCharCode(...png.subarray(at + 4, at + 8));
    const computed = crcOf(png.subarray(at + 4, end));
    chunks.push({ type, data: png.subarray(at + 8, end), crc: view.getUint32(end), computed });
    at = end + 4;
  }
  return chunks;
}
