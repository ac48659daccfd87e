import { KEYWORD, textOf } from './carried';

// A PNG is a signature and then chunks: four bytes of length, four letters, the data, and four
// bytes of checksum over letters and data (PNG Specification, third edition, 5.3 and 11.3.3.4).
const SIGNATURE = [137, 80, 78, 71, 13, 10, 26, 10];
const IHDR_END = 33;
const FRAME = 12;

/**
 * The same picture with a text in it, as an iTXt chunk behind the header. Throws a RangeError when
 * it is no PNG.
 */
export function withPngText(png: Uint8Array, text: string): Uint8Array<ArrayBuffer> {
  if (!isPng(png)) throw new RangeError('This is no PNG.');
  const encoder = new TextEncoder();
  // No compression, no language, no translated keyword.
  const data = encoder.encode(`iTXt${KEYWORD}\0\0\0\0\0${text}`);
  const chunk = new Uint8Array(data.length + 8);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, data.length - 4);
  chunk.set(data, 4);
  view.setUint32(data.length + 4, crc32(data));
  const all = new Uint8Array(png.length + chunk.length);
  all.set(png.subarray(0, IHDR_END));
  all.set(chunk, IHDR_END);
  all.set(png.subarray(IHDR_END), IHDR_END + chunk.length);
  return all;
}

/** The text that was put into a PNG; null when there is none, or it is damaged. */
export function pngText(png: Uint8Array): string | null {
  if (!isPng(png)) return null;
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const head = new TextEncoder().encode(`iTXt${KEYWORD}\0\0\0\0\0`);
  for (let at = SIGNATURE.length; at + FRAME <= png.length;) {
    const end = at + 8 + view.getUint32(at);
    if (end + 4 > png.length) return null;
    const data = png.subarray(at + 4, end);
    const isOurs = head.every((byte, nth) => data[nth] === byte);
    if (isOurs && crc32(data) === view.getUint32(end)) return textOf(data.subarray(head.length));
    at = end + 4;
  }
  return null;
}

function isPng(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, nth) => bytes[nth] === byte);
}

/** The checksum of a chunk's letters and data (PNG Specification, annex D). */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}
