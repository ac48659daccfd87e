import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { runningStore } from '../../test/runningStore';
import { startFrameLoop } from './frameLoop';

let frames: FrameRequestCallback[] = [];

beforeEach(() => {
  frames = [];
  vi.stubGlobal('requestAnimationFrame', (frame: FrameRequestCallback) => frames.push(frame));
  vi.stubGlobal('cancelAnimationFrame', () => frames.splice(0));
});

afterEach(() => vi.unstubAllGlobals());

it('moves the story by the time between two frames', () => {
  const store = playing();
  draw(1_000);
  expect(store.getState().playhead).toBe(0);
  draw(1_016);
  expect(store.getState().playhead).toBeCloseTo(0.016);
});

it('goes on where it was after a hitch, rather than leaping', () => {
  const store = playing();
  draw(1_000);
  draw(9_000);
  expect(store.getState().playhead).toBeCloseTo(0.1);
});

it('does not count the time for which the story stood still', () => {
  const store = playing();
  draw(1_000);
  store.getState().pause();
  expect(frames).toEqual([]);
  store.getState().play();
  draw(90_000);
  expect(store.getState().playhead).toBe(0);
});

it('asks for nothing more once it is stopped', () => {
  const store = runningStore();
  const stop = startFrameLoop(store);
  store.getState().play();
  expect(frames).toHaveLength(1);
  stop();
  store.getState().pause();
  store.getState().play();
  expect(frames).toEqual([]);
});

function playing() {
  const store = runningStore();
  startFrameLoop(store);
  store.getState().play();
  return store;
}

function draw(now: number) {
  const [frame] = frames.splice(0);
  frame?.(now);
}
