import { KEYWORD, textOf } from './carried';

// A comment of a GIF: two bytes that begin it, then blocks of up to 255 bytes, each behind its
// length, and a zero (GIF89a Specification, 24). It may stand before any picture or at the end.
const BEGINS = [0x21, 0xfe];
const BLOCK_MAX = 255;
const HEADER = 13;
const IMAGE = 0x2c;
const EXTENSION = 0x21;

/** A text as a comment, to be written between two pictures of a GIF. */
export function gifComment(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new TextEncoder().encode(`${KEYWORD}\0${text}`);
  return Uint8Array.from([...BEGINS, ...gifBlocks(bytes)]);
}

/** Bytes as a GIF has them where there may be any number (GIF89a Specification, 15 and 16). */
export function gifBlocks(bytes: Uint8Array): readonly number[] {
  const written: number[] = [];
  for (let at = 0; at < bytes.length; at += BLOCK_MAX) {
    const block = bytes.subarray(at, at + BLOCK_MAX);
    written.push(block.length, ...block);
  }
  return [...written, 0];
}

/** The text that was put into a GIF; null when there is none, or it is damaged. */
export function gifText(gif: Uint8Array): string | null {
  if (String.fromCharCode(...gif.subarray(0, 6)) !== 'GIF89a') return null;
  let at = HEADER + tableSize(gif[10] ?? 0);
  while (at < gif.length) {
    const isImage = gif[at] === IMAGE;
    if (!isImage && gif[at] !== EXTENSION) return null;
    const isComment = gif[at + 1] === BEGINS[1] && !isImage;
    // Of a picture: its place and size, its colours, and how many bits they take.
    const blocks = isImage ? at + 11 + tableSize(gif[at + 9] ?? 0) : at + 2;
    const { bytes, end } = blocksAt(gif, blocks);
    const text = isComment ? textOf(bytes()) : null;
    if (text?.startsWith(`${KEYWORD}\0`)) return text.slice(KEYWORD.length + 1);
    at = end;
  }
  return null;
}

/** Bytes of the colours that belong to a header with such flags. */
function tableSize(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}

function blocksAt(gif: Uint8Array, start: number) {
  const parts: Uint8Array[] = [];
  let at = start;
  while (at < gif.length && gif[at] !== 0) {
    const end = at + 1 + (gif[at] ?? 0);
    parts.push(gif.subarray(at + 1, end));
    at = end;
  }
  return { bytes: () => Uint8Array.from(parts.flatMap((part) => [...part])), end: at + 1 };
}
