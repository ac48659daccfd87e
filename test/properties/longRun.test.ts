import { beforeAll, describe, expect, it } from 'vitest';
import { step } from '../../src/sim/step';
import type { World } from '../../src/sim/world';
import type { Frame } from '../../src/timeline/frame';
import { openingScenario } from '../../src/timeline/openingScenario';
import { act, extend, record, switchBranch } from '../../src/timeline/recorder';
import {
  frame,
  frameAt,
  frameCount,
  lastStory,
  type Recording,
  recentEvents,
} from '../../src/timeline/recording';

const FRAMES = 10_000;
const FRAMES_HELD_MAX = 256;
const KEYFRAME_EVERY = 32;

describe('a run of 10 000 frames', () => {
  const originals: Frame[] = [];
  let long: Recording = record(openingScenario());

  beforeAll(() => {
    long = act(long, 0, { type: 'crashBroker', broker: 1 });
    while (frameCount(long) < FRAMES) {
      const count = originals.length;
      long = extend(long, lastStory(long) + 0.05, { throughRest: true });
      for (let at = count; at < frameCount(long); at += 1) originals.push(frame(long, at));
    }
  });

  it('holds no more than the latest 256 worlds and a keyframe in every 32', () => {
    const held = long.line.run.kept.frames.filter((each) => each !== null).length;
    const keyframes = Math.ceil(frameCount(long) / KEYFRAME_EVERY);
    expect(held).toBeLessThanOrEqual(FRAMES_HELD_MAX + keyframes);
  });

  it('shows again exactly what it showed, wherever one looks', () => {
    for (const { original } of randomFrames(originals, 200)) {
      expect(frame(long, original.index)).toEqual(original);
      expect(frameAt(long, original.story)).toEqual(original);
    }
  });

  it('still knows what happened when the worlds have been let go', () => {
    const crashed = originals.find(({ events }) => events.some(isCrash));
    const happened = recentEvents(long, crashed?.story ?? 0, 0.01).map(({ event }) => event);
    expect(happened).toEqual(crashed?.events);
  });

  it('gives the same frame again while one looks at it', () => {
    expect(frame(long, 1_000)).toBe(frame(long, 1_000));
  });

  it('finds a random moment for no more than twice the steps between keyframes', () => {
    const looked = randomFrames(originals, 200).map(({ original }) => {
      const startedAt = performance.now();
      frameAt(long, original.story);
      const soughtAt = performance.now();
      stepsOn(original.world, KEYFRAME_EVERY);
      return { seek: soughtAt - startedAt, steps: performance.now() - soughtAt };
    });
    // A moment that was let go costs the steps since its keyframe, half of them on average.
    // Both are measured by turns, so that what else the machine does at the time slows both.
    const seekMs = percentile95(looked.map(({ seek }) => seek));
    const stepsMs = percentile95(looked.map(({ steps }) => steps));
    console.log(`A seek: ${seekMs.toFixed(1)} ms, 32 steps: ${stepsMs.toFixed(1)} ms (p95)`);
    // Looking for the keyframe costs something, too.
    expect(seekMs).toBeLessThanOrEqual(2 * stepsMs);
  });

  it('can be left where its world has been let go, and be come back to', () => {
    const story = originals[777]?.story ?? 0;
    const left = act(long, story, { type: 'crashBroker', broker: 2 });
    expect(frame(left, 777)).toEqual(originals[777]);
    expect(frameCount(left)).toBe(779);
    const back = switchBranch(left, 1);
    expect(frameCount(back)).toBe(frameCount(long));
    expect(frame(back, FRAMES - 5)).toEqual(originals[FRAMES - 5]);
  });
});

function stepsOn(from: World, count: number): void {
  let world = from;
  for (let taken = 0; taken < count; taken++) world = step(world, []).world;
}

function percentile95(durations: readonly number[]): number {
  const sorted = durations.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length * 0.95)] ?? Infinity;
}

function isCrash({ type }: { readonly type: string }): boolean {
  return type === 'brokerCrashed';
}

/** The same ones in every run of this test. */
function randomFrames(originals: readonly Frame[], count: number) {
  return Array.from({ length: count }, (_, nth) => {
    const original = originals[(nth * 7_919 + 13) % originals.length];
    if (original === undefined) throw new Error('There are no frames.');
    return { original };
  });
}
