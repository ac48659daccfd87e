import { describe, expect, it } from 'vitest';
import { picturesIn } from '../../../../test/gifPictures';
import { scenarioInFile } from '../../../share/take/scenarioInFile';
import { createGif } from './gif';

const [WIDTH, HEIGHT] = [16, 12];
const POINTS = WIDTH * HEIGHT;
/** A colour of its own for each point, all others in the next picture. */
const MANY = [3, 7, 3].map((step) => Array.from({ length: POINTS }, (_, at) => at * step + 1));

describe('the pictures of a clip', () => {
  it('come out as they went in', async () => {
    expect((await shownBy(MANY)).map(({ points }) => points)).toEqual(MANY);
  });

  it('come out as they went in where only a few points are others', async () => {
    const [first = []] = MANY;
    const second = first.map((colour, at) => (at === 20 || at === 71 ? 0xffffff : colour));
    const pictures = [first, second, second, first];
    expect((await shownBy(pictures)).map(({ points }) => points)).toEqual(pictures);
  });

  it('have the nearest colours where there are more than a GIF has room for', async () => {
    const size = 1000;
    const shades = Array.from({ length: size }, (_, at) => (at < 300 ? at : at % 100));
    const [shown] = await shownBy([shades], { width: size, height: 1 });
    const off = shades.map((shade, at) => Math.abs(shade - (shown?.points[at] ?? 0)));
    expect(Math.max(...off)).toBeLessThanOrEqual(45);
    expect(off.slice(300).every((each) => each === 0)).toBe(true);
  });

  it('stand for the same time each, as exactly as a GIF can', async () => {
    expect((await shownBy(MANY)).map(({ hundredths }) => hundredths)).toEqual([5, 5, 5]);
  });
});

it('makes the same bytes of the same pictures', async () => {
  expect(await gifOf(MANY)).toEqual(await gifOf(MANY));
  expect(await gifOf(MANY)).not.toEqual(await gifOf(MANY.slice(1)));
});

it('carries the run, in front of its pictures', async () => {
  expect(scenarioInFile(await gifOf(MANY))).toBe('the run');
});

it('writes what has not changed as that, and not again', async () => {
  const [one = [], other = []] = MANY;
  const first = (await gifOf([one])).length;
  const still = (await gifOf([one, one])).length - first;
  const changed = (await gifOf([one, other])).length - first;
  expect(still).toBeLessThan(changed / 10);
});

const SIZE = { width: WIDTH, height: HEIGHT };

async function shownBy(pictures: readonly (readonly number[])[], size = SIZE) {
  return picturesIn(await gifOf(pictures, size));
}

/** Of pictures with a colour for each point, `0xrrggbb`. */
async function gifOf(pictures: readonly (readonly number[])[], size = SIZE) {
  const gif = createGif({ ...size, hundredths: 5, run: 'the run' });
  for (const picture of pictures) {
    const points = picture.flatMap((colour) => [
      colour >> 16,
      (colour >> 8) & 255,
      colour & 255,
      255,
    ]);
    gif.add(Uint8ClampedArray.from(points));
  }
  return new Uint8Array(await gif.finish().arrayBuffer());
}
