import { expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { runningStore } from '../../test/runningStore';
import { followInSteps } from './followInSteps';

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

function followed() {
  const store = runningStore();
  const shown = createStore(() => store.getState());
  followInSteps(store, shown, STEP);
  return { store, shown };
}
