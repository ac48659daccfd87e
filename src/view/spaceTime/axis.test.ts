import { describe, expect, it } from 'vitest';
import type { Stretch } from '../../timeline/stretches';
import { axisOf, startOfView, storyAtX, xAt } from './axis';

describe('the axis', () => {
  const stretches = [stretch(false, 0, 2), stretch(true, 2, 6), stretch(false, 6, 9)];
  const axis = axisOf(stretches, 100, true);

  it('draws a long quiet stretch together and leaves a busy one as long as it is', () => {
    expect(axis.pieces.map(({ isPause }) => isPause)).toEqual([false, true, false]);
    expect(axis.pieces[1]?.width).toBeLessThan(100);
    expect(axis.width).toBe(500 + (axis.pieces[1]?.width ?? 0));
    expect(axisOf(stretches, 100, false).width).toBe(900);
  });

  it('knows places and moments from each other, before, in and after the story', () => {
    for (let story = -1; story < 12; story += 0.25)
      expect(storyAtX(axis, xAt(axis, story))).toBeCloseTo(story, 9);
    expect(xAt(axisOf([], 50, true), 2)).toBe(100);
  });
});

describe('the view', () => {
  it('shows the playhead, with room for what comes next', () => {
    for (let x = 0; x < 5_000; x += 13) {
      const inView = x - startOfView(x, 800);
      expect(inView).toBeGreaterThanOrEqual(0);
      expect(inView).toBeLessThanOrEqual(0.93 * 800 + 1e-9);
    }
  });

  it('leaps seldom, and begins with the story', () => {
    const starts = new Set<number>();
    for (let x = 0; x < 1_600; x += 10) starts.add(startOfView(x, 800));
    expect([...starts][0]).toBe(0);
    expect(starts.size).toBeLessThanOrEqual(6);
  });
});

function stretch(isQuiet: boolean, from: number, to: number): Stretch {
  return { isQuiet, from, to, fromTick: from, toTick: to, fromIndex: 0, toIndex: 1 };
}
