import { expect, it } from 'vitest';
import { scenarioInFile } from '../../../share/take/scenarioInFile';
import { createGif } from './gif';

const [RED, BLUE] = [3, 7];
const SIDE = 16;

it('makes the same bytes of the same pictures', () => {
  expect(gifOf([RED, BLUE, RED])).toEqual(gifOf([RED, BLUE, RED]));
  expect(gifOf([RED, BLUE, RED])).not.toEqual(gifOf([RED, BLUE, BLUE]));
});

it('shows each picture for the same time, as exactly as a GIF can', () => {
  expect(delaysIn(gifOf([RED, BLUE, BLUE, RED]))).toEqual([5, 5, 5, 5]);
});

it('carries the run, behind whatever else there is in it', () => {
  expect(scenarioInFile(gifOf([RED, BLUE]))).toBe('the run');
});

it('writes what has not changed as that, and not again', () => {
  const first = gifOf([1]).length;
  const still = gifOf([1, 1]).length - first;
  const other = gifOf([1, 2]).length - first;
  expect(still).toBeLessThan(other / 4);
});

/** Of pictures with many colours, which depend on a number each. */
function gifOf(pictures: readonly number[]): Uint8Array {
  const size = { width: SIDE, height: SIDE };
  const gif = createGif({ ...size, hundredths: 5, run: 'the run' });
  for (const picture of pictures) {
    const points = Uint32Array.from({ length: SIDE ** 2 }, (_, at) => 0xff000000 + at * picture);
    gif.add(new Uint8ClampedArray(points.buffer));
  }
  return gif.finish();
}

/** In hundredths of a second, from what stands before each picture (GIF89a Specification, 23). */
function delaysIn(gif: Uint8Array): readonly number[] {
  return [...gif.keys()]
    .filter((at) => gif[at] === 0x21 && gif[at + 1] === 0xf9 && gif[at + 2] === 4)
    .map((at) => (gif[at + 4] ?? 0) + 256 * (gif[at + 5] ?? 0));
}
