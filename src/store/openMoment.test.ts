import { expect, it } from 'vitest';
import { engine } from '../timeline/engine';
import { openingStill } from '../timeline/openingScenario';
import { stillRecording, toldMoments } from '../timeline/recording';
import { createHighwaterStore } from './highwaterStore';
import { openMoment } from './openMoment';

it('opens a scene after so many steps, though the engine comes later', async () => {
  const store = createHighwaterStore(stillRecording(openingStill()), async () => engine);
  await openMoment(store, { scene: 'newLeader', step: 2 });
  const { recording, playhead, scene } = store.getState();
  expect(scene?.id).toBe('newLeader');
  expect(playhead).toBe(toldMoments(recording)[1]?.story);
  store.getState().backToOwnRun();
  store.getState().stepForward();
  expect(store.getState().failure).toBeNull();
});

it('fails when the engine cannot be had', async () => {
  const store = createHighwaterStore(stillRecording(openingStill()), async () => {
    throw new Error('No connection.');
  });
  await expect(openMoment(store, { scene: 'newLeader', step: 2 })).rejects.toThrow(
    'The simulation could not be loaded.',
  );
});
