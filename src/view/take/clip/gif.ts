import { GIFEncoder, nearestColorIndex } from 'gifenc';
import { gifComment } from '../../../share/take/gifText';

export interface Gif {
  /** The next picture, as red, green, blue and opacity of each point. */
  readonly add: (points: Uint8ClampedArray<ArrayBuffer>) => void;
  /** The file. Nothing can be added any more. */
  readonly finish: () => Uint8Array<ArrayBuffer>;
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
const STAYS = 1;

/** A GIF that is made picture by picture. The same pictures make the same bytes. */
export function createGif(request: GifRequest): Gif {
  const { width, height, hundredths, run } = request;
  const gif = GIFEncoder();
  let before: Uint32Array | null = null;
  return {
    add: (points) => {
      const now = new Uint32Array(points.buffer.slice(0));
      const changed = changedIn(now, before);
      const chosen = coloursOf(changed, now);
      const known = new Map(chosen.map((colour, nth) => [colour, nth]));
      const palette = chosen.map(partsOf);
      const same = palette.length;
      const indexes = new Uint8Array(width * height).fill(same);
      for (const at of changed) {
        const colour = now[at] ?? 0;
        const nth = known.get(colour) ?? nearestColorIndex(palette, partsOf(colour));
        known.set(colour, nth);
        indexes[at] = nth;
      }
      gif.writeFrame(indexes, width, height, {
        palette: [...palette, [0, 0, 0]],
        delay: hundredths * 10,
        transparent: before !== null,
        transparentIndex: same,
        dispose: STAYS,
      });
      if (before === null) gif.stream.writeBytes(gifComment(run));
      before = now;
    },
    finish: () => {
      gif.finish();
      return gif.bytes();
    },
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

/** Red, green and blue; the opacity, which comes first here, is always full. */
function partsOf(colour: number): number[] {
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
