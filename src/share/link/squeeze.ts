/** What a text is in a link: deflated by the browser itself, and written as base64url. */
export async function squeezed(text: string): Promise<string> {
  const bytes = await throughAll(new TextEncoder().encode(text), new CompressionStream(FORMAT));
  return btoa(characters(bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/**
 * The text that was squeezed. Inflates no further than a number of bytes: fails with a RangeError
 * when there are more, and with a TypeError when it is no such text.
 */
export async function unsqueezed(squeezedText: string, bytesMax: number): Promise<string> {
  if (!/^[\w-]+$/.test(squeezedText)) throw new TypeError('There are characters of no link.');
  const binary = binaryOf(squeezedText.replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
  const inflated = await throughAll(bytes, new DecompressionStream(FORMAT), bytesMax);
  return new TextDecoder('utf-8', { fatal: true }).decode(inflated);
}

const FORMAT = 'deflate-raw';

function binaryOf(base64: string): string {
  try {
    return atob(base64);
  } catch {
    throw new TypeError('A link has another number of characters.');
  }
}

interface Transform {
  readonly writable: WritableStream<BufferSource>;
  readonly readable: ReadableStream<Uint8Array>;
}

/** All that comes out of a stream, read piece by piece, so that no more is made than is wanted. */
async function throughAll(
  bytes: Uint8Array<ArrayBuffer>,
  { writable, readable }: Transform,
  bytesMax = Infinity,
): Promise<Uint8Array<ArrayBuffer>> {
  const writer = writable.getWriter();
  // What goes wrong in here is heard of at the other end.
  writer.write(bytes).catch(() => undefined);
  writer.close().catch(() => undefined);
  const reader = readable.getReader();
  const pieces: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return joined(pieces, size);
    size += value.length;
    pieces.push(value);
    if (size <= bytesMax) continue;
    reader.cancel().catch(() => undefined);
    throw new RangeError(`There are more than ${bytesMax} bytes.`);
  }
}

function joined(pieces: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

/** One character for each byte. */
function characters(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}
