import { gifBlocks, gifComment } from '../../../share/take/gifText';
import { lzw } from './lzw';

export interface Gif {
  /** The next picture, as red, green, blue and opacity of each point, which the GIF then keeps. */
  readonly add: (points: Uint8ClampedArray<ArrayBuffer>) => void;
  /** The file. Nothing can be added any more. */
  readonly finish: () => Blob;
}

interface GifRequest {
  readonly width: number;
  readonly height: number;
  /** How long each picture stands, in hundredths of a second: a GIF knows no finer ones. */
  readonly hundredths: number;
  /** The run that the file carries. */
  readonly run: string;
}

/** So many colours for what has changed, and one for what has not. */
const COLOURS = 255;
/** Each picture stays below the next one, and has a colour that cannot be seen. */
const STAYS_SEEN_THROUGH = 0b101;
/** From the beginning again, for ever. */
const LOOPS = [0x21, 0xff, 11, ...lettersOf('NETSCAPE2.0'), 3, 1, 0, 0, 0];
const END = 0x3b;

/** A GIF that is made picture by picture. The same pictures make the same bytes. */
export function createGif({ width, height, hundredths, run }: GifRequest): Gif {
  const size = [...inTwo(width), ...inTwo(height)];
  const parts = [Uint8Array.from([...lettersOf('GIF89a'), ...size, 0, 0, 0, ...LOOPS])];
  parts.push(gifComment(run));
  let before: Uint32Array | null = null;
  return {
    add: ({ buffer }) => {
      const now = new Uint32Array(buffer);
      const changed = changedIn(now, before);
      const colours = coloursOf(changed, now);
      const bits = Math.max(2, Math.ceil(Math.log2(colours.length + 1)));
      const palette = Array.from({ length: 1 << bits }, (_, nth) => partsOf(colours[nth] ?? 0));
      const known = new Map(colours.map((colour, nth) => [colour, nth]));
      const [left, top, wide, high] = boxAround(changed, width);
      const indexes = new Uint8Array(wide * high).fill(colours.length);
      for (const at of changed) {
        const colour = now[at] ?? 0;
        const nth = known.get(colour) ?? nearest(colours, colour);
        known.set(colour, nth);
        indexes[(Math.floor(at / width) - top) * wide + (at % width) - left] = nth;
      }
      const stands = [STAYS_SEEN_THROUGH, ...inTwo(hundredths), colours.length];
      const box = [left, top, wide, high].flatMap(inTwo);
      const head = [0x21, 0xf9, 4, ...stands, 0, 0x2c, ...box, 0x80 | (bits - 1)];
      const blocks = gifBlocks(lzw(indexes, bits));
      parts.push(Uint8Array.from([...head, ...palette.flat(), bits, ...blocks]));
      before = now;
    },
    finish: () => new Blob([...parts, Uint8Array.of(END)]),
  };
}

/** The most frequent colours, as they are: flat grounds stay exactly the same in all pictures. */
function coloursOf(changed: Uint32Array, points: Uint32Array): readonly number[] {
  const counts = new Map<number, number>();
  for (const at of changed) {
    const colour = points[at] ?? 0;
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const sorted = [...counts].toSorted(([a, many], [b, few]) => few - many || a - b);
  return sorted.slice(0, COLOURS).map(([colour]) => colour);
}

function nearest(colours: readonly number[], colour: number): number {
  let [best, least] = [0, Infinity];
  for (const [nth, other] of colours.entries()) {
    const apart = (shift: number) => (((colour >> shift) & 255) - ((other >> shift) & 255)) ** 2;
    const far = apart(0) + apart(8) + apart(16);
    if (far < least) [best, least] = [nth, far];
  }
  return best;
}

/** Red, green and blue; the opacity, which comes first here, is always full. */
function partsOf(colour: number): readonly number[] {
  return [colour & 255, (colour >> 8) & 255, (colour >> 16) & 255];
}

/** Where a picture differs from the one before; everywhere in the first. */
function changedIn(now: Uint32Array, before: Uint32Array | null): Uint32Array {
  const changed = new Uint32Array(now.length);
  let count = 0;
  for (let at = 0; at < now.length; at += 1) {
    if (before !== null && now[at] === before[at]) continue;
    changed[count] = at;
    count += 1;
  }
  return changed.subarray(0, count);
}

/** Left, top, width and height of what holds all these points; of a point where there are none. */
function boxAround(points: Uint32Array, width: number): readonly [number, number, number, number] {
  const rowOf = (at = 0) => Math.floor(at / width);
  const top = rowOf(points[0]);
  let left = (points[0] ?? 0) % width;
  let right = left;
  for (const at of points) {
    left = Math.min(left, at % width);
    right = Math.max(right, at % width);
  }
  return [left, top, right - left + 1, rowOf(points.at(-1)) - top + 1];
}

/** The lower byte comes first. */
function inTwo(value: number): readonly number[] {
  return [value & 255, value >> 8];
}

function lettersOf(text: string): readonly number[] {
  return Array.from(text, (letter) => letter.charCodeAt(0));
}
