import { expect, it } from 'vitest';
import { lossScenario } from '../../test/lossScenario';
import { runningStore } from '../../test/runningStore';
import type { Command } from '../sim/command';
import { happeningsUntil, lastStory } from '../timeline/recording';
import { brokenCount } from './selectors';
import type { HighwaterState } from './state';

const produce: Command = {
  type: 'produce',
  producer: 'producer-1',
  partition: 'orders-0',
  key: null,
  value: 'x',
};
const SCREEN_SECONDS = 1 / 60;

it('playing pauses exactly where a promise is broken, and goes on when asked to', () => {
  const { state, playOn, broken } = lossy();
  playOn();
  expect(state()).toMatchObject({ playing: false, playhead: broken().story });
  expect(brokenCount(state())).toBe(1);
  state().play();
  playOn();
  expect(state().playhead).toBe(lastStory(state().recording));
  expect(state().playhead).toBeGreaterThan(broken().story);
});

it('what has been shown before is played over without a pause', () => {
  const { state, playOn, broken } = lossy();
  playOn();
  state().play();
  playOn();
  state().toStart();
  expect(brokenCount(state())).toBe(0);
  state().play();
  playOn();
  expect(state().playhead).toBeGreaterThan(broken().story);
  expect(brokenCount(state())).toBe(1);
});

it('another branch in which it breaks again pauses again', () => {
  const { state, playOn, broken, lose } = lossy();
  playOn();
  state().toStart();
  lose();
  playOn();
  expect(state()).toMatchObject({ playing: false, playhead: broken().story });
});

it('stepping and seeking go over it as over any other event', () => {
  const { state, playOn, broken } = lossy();
  playOn();
  state().stepBack();
  expect(state().playhead).toBeLessThan(broken().story);
  state().stepForward();
  expect(state().playhead).toBe(broken().story);
  state().stepForward();
  expect(state().playhead).toBeGreaterThan(broken().story);
});

function lossy() {
  const store = runningStore(lossScenario());
  const state = store.getState;
  const playOn = () => {
    for (let frames = 0; state().playing; frames += 1) {
      if (frames > 60_000) throw new Error('It plays for more than 1 000 seconds.');
      state().advance(SCREEN_SECONDS);
    }
  };
  const lose = () => {
    state().act(produce);
    while (!isTold(state())) state().advance(SCREEN_SECONDS);
    state().act({ type: 'crashBroker', broker: 1 });
  };
  lose();
  const broken = () => {
    const { recording } = state();
    const found = recording.line.run.happenings.find(({ event }) => event.type === 'promiseBroken');
    if (!found) throw new Error('No promise was broken.');
    return found;
  };
  return { state, playOn, broken, lose };
}

function isTold(state: HighwaterState): boolean {
  const told = happeningsUntil(state.recording, state.frameIndex);
  return told.some(({ event }) => event.type === 'recordsAcknowledged');
}
