import { beforeAll, describe, expect, it, vi } from 'vitest';
import * as simulation from '../../src/sim/step';
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

vi.mock(import('../../src/sim/step'), { spy: true });

const FRAMES = 10_000;
/** The latest, and keyframes. */
const FRAMES_HELD_MAX = 64 + 128 + 1;

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

  it('holds no more than its latest worlds and 128 keyframes', () => {
    const held = long.line.run.kept.frames.filter((each) => each !== null).length;
    expect(held).toBeLessThanOrEqual(FRAMES_HELD_MAX);
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

  it('finds a random moment in fewer steps than lie between two keyframes', () => {
    const { keyframeEvery } = long.line.run.kept;
    const looks = randomFrames(originals, 200).map(({ original }) => {
      vi.mocked(simulation.step).mockClear();
      frameAt(long, original.story);
      return vi.mocked(simulation.step).mock.calls.length;
    });
    const [most, all] = [Math.max(...looks), looks.reduce((sum, steps) => sum + steps, 0)];
    console.log(`A seek: ${(all / looks.length).toFixed(1)} steps in the mean, ${most} at most`);
    expect(most).toBeGreaterThan(0);
    expect(most).toBeLessThan(keyframeEvery);
    // A moment that was let go costs the steps since its keyframe, half of them in the mean.
    expect(all / looks.length).toBeLessThanOrEqual(keyframeEvery / 2);
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
