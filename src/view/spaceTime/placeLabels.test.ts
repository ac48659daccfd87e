import { expect, it } from 'vitest';
import { labelWishes } from './labels';
import { placeLabels } from './placeLabels';

const PICTURE = { x: 0, y: 0, width: 400, height: 200 };
const at = (x: number, y: number) => ({ x, y, width: 60, height: 15 });
const line = (x: number, y: number, toX: number, toY: number) =>
  [
    { x, y },
    { x: toX, y: toY },
  ] as const;

it('puts words where the fewest lines go through them, where none is clear', () => {
  const lines = [line(30, 0, 30, 40), line(50, 0, 50, 40), line(130, 0, 130, 40)];
  const wish = { weight: 1, places: [at(0, 10), at(100, 10)] };
  const { placed } = placeLabels([wish], PICTURE, lines);
  expect(placed.map(({ box }) => box)).toEqual([at(100, 10)]);
});

it('prefers the first of equally good places', () => {
  const lines = [line(30, 0, 30, 40), line(130, 0, 130, 40)];
  const places = [at(0, 10), at(100, 10)];
  const onLine = placeLabels([{ weight: 1, places, isOnLine: true }], PICTURE, lines);
  const beside = placeLabels([{ weight: 1, places }], PICTURE, lines);
  expect([onLine, beside].map(({ placed }) => placed[0]?.box)).toEqual([at(0, 10), at(0, 10)]);
});

it('lets words at the left edge stand before what comes after their moment', () => {
  const mark = {
    key: 'a',
    node: 'controller',
    story: 0,
    text: 'elects broker 2',
    tone: 'plain',
    partition: null,
    weight: 9,
    glyph: 'ring',
  } as const;
  const wishes = labelWishes({
    lines: [],
    bands: [],
    gaps: [],
    top: 0,
    dots: [{ mark, x: 80, y: 100 }],
    pitch: 22,
    textWidth: () => 74,
  });
  const arrows = [line(80, 100, 100, 50), line(80, 100, 120, 150)];
  const [words] = placeLabels(wishes, PICTURE, arrows).placed;
  expect(words?.box).toMatchObject({ x: 0, width: 80 });
});
