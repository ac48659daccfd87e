import { expect, it } from 'vitest';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { runningStore } from '../../test/runningStore';
import { followInSteps, type Step } from './followInSteps';
import type { HighwaterState } from './state';

const STEP = { seconds: 0.25, moves: 3 };
const FRAME = 1 / 64;

it('shows what plays in steps, and what is new after a while at once', () => {
  const { store, shown } = followed();
  store.getState().setSpeed(8);
  store.getState().play();
  let [frames, late] = [0, 0];
  for (let nth = 0; nth < 64; nth += 1) {
    const before = shown.getState();
    store.getState().advance(FRAME);
    if (shown.getState() !== before) frames += 1;
    late = Math.max(late, store.getState().playhead - shown.getState().playhead);
  }
  expect(frames).toBeGreaterThan(1);
  expect(frames).toBeLessThan(2 / STEP.seconds + 1);
  expect(late / 8).toBeLessThanOrEqual(STEP.seconds + FRAME);
});

it('shows at once whatever a person does, and the very moment when the story stands still', () => {
  const { store, shown } = followed();
  store.getState().setSpeed(8);
  store.getState().play();
  for (let nth = 0; nth < 9; nth += 1) store.getState().advance(FRAME);
  expect(shown.getState()).not.toBe(store.getState());
  store.getState().showPanel('wire');
  expect(shown.getState()).toBe(store.getState());
  store.getState().advance(FRAME);
  store.getState().pause();
  expect(shown.getState()).toBe(store.getState());
  store.getState().seek(0.01);
  expect(shown.getState()).toBe(store.getState());
});

it('lets slow frames pass by, so that most of what is drawn is what moves', () => {
  const { store, shown } = followed();
  store.getState().setSpeed(8);
  store.getState().play();
  let steps = 0;
  for (let nth = 0; nth < 30; nth += 1) {
    const before = shown.getState();
    store.getState().advance(0.3);
    if (shown.getState() !== before) steps += 1;
  }
  expect(steps).toBeGreaterThan(5);
  expect(steps).toBeLessThanOrEqual(10);
});

it('rests after a step that was slow to show, but not for ever', () => {
  const { store, shown } = followed({ seconds: 1 / 24, moves: 4, rest: 4 });
  store.getState().setSpeed(8);
  store.getState().play();
  const slowly = longestRest(store, shown, 0.1);
  expect(slowly).toBeGreaterThanOrEqual(4 * (0.1 - 1 / 60));
  expect(slowly).toBeLessThan(0.5);
  const slower = longestRest(store, shown, 0.2);
  expect(slower).toBeGreaterThanOrEqual(0.5);
  expect(slower).toBeLessThan(4 * 0.2);
  const quickly = longestRest(store, shown, FRAME);
  expect(quickly, 'what has room in a frame needs no rest').toBeLessThanOrEqual(5 * FRAME);
});

it('puts off what somebody looks for, but not for ever, and never what else changes', () => {
  const waiting = new Set<() => void>();
  const putOff = (show: () => void) => {
    waiting.add(show);
    return () => void waiting.delete(show);
  };
  const { store, shown, stop } = followed({ ...STEP, putOff });
  const { seek } = store.getState();
  store.getState().play();
  for (let nth = 0; nth < 90; nth += 1) store.getState().advance(FRAME);
  store.getState().pause();
  expect(shown.getState()).toBe(store.getState());
  for (let nth = 0; nth < 60; nth += 1) {
    seek(nth / 60);
    expect(waiting.size, 'only the last of them is to come').toBe(1);
    expect(shown.getState()).not.toBe(store.getState());
  }
  for (const show of waiting) show();
  expect(shown.getState()).toBe(store.getState());
  expect(waiting.size).toBe(0);
  seek(0.3);
  store.getState().showPanel('wire');
  expect(shown.getState()).toBe(store.getState());
  expect(waiting.size, 'there is nothing left to show').toBe(0);
  seek(0.4);
  stop();
  expect(waiting.size).toBe(0);
});

it('shows in between what is looked for without a pause', () => {
  const taken: string[] = [];
  const putOff = () => {
    taken.push('put off');
    return () => void taken.push('taken back');
  };
  const { store } = followed({ ...STEP, putOff });
  store.getState().play();
  for (let nth = 0; nth < 90; nth += 1) store.getState().advance(FRAME);
  store.getState().pause();
  for (let nth = 0; nth < 60; nth += 1) store.getState().seek(nth / 60);
  expect(taken.at(-1), 'the last stands, and will be shown').toBe('put off');
  expect(taken.filter((each) => each === 'put off').length).toBeLessThan(20);
});

/** Seconds between two steps while the frame after each takes so many, and the others do not. */
function longestRest(
  store: StoreApi<HighwaterState>,
  shown: StoreApi<HighwaterState>,
  drawn: number,
): number {
  let [longest, passed, steps, next] = [0, 0, 0, FRAME];
  while (steps < 6) {
    const before = shown.getState();
    store.getState().advance(next);
    passed += next;
    next = FRAME;
    if (shown.getState() === before) continue;
    // The first two still follow what went before.
    if (steps > 1) longest = Math.max(longest, passed);
    [passed, next] = [0, drawn];
    steps += 1;
  }
  return longest;
}

function followed(step: Step = STEP) {
  const store = runningStore();
  const shown = createStore(() => store.getState());
  const stop = followInSteps(store, shown, step);
  return { store, shown, stop };
}
