import { expect, it } from 'vitest';
import { openingScenario } from './openingScenario';
import { keepNext } from './keepFrames';
import { keepFirst, nearestKept } from './keptFrames';
import { record } from './recorder';
import { frame } from './recording';

const FRAMES = 60_000;
const HELD_MAX = 64 + 128 + 1;

it('holds as much of a run however long that is, and never its first frame too far away', () => {
  const first = frame(record(openingScenario()), 0);
  const kept = keepFirst(first);
  let [most, farthest] = [0, 0];
  for (let index = 1; index < FRAMES; index += 1) {
    keepNext(kept, { ...first, index });
    if (index % 7_777 === 0) most = Math.max(most, kept.frames.filter(Boolean).length);
  }
  for (let index = 0; index < FRAMES; index += 101)
    farthest = Math.max(farthest, index - nearestKept(kept, index).index);
  expect(most).toBeLessThanOrEqual(HELD_MAX);
  expect(farthest).toBeLessThan(kept.keyframeEvery);
  expect(kept.keyframeEvery).toBeLessThanOrEqual((2 * FRAMES) / 128);
});
