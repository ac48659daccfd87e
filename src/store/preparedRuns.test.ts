import { expect, it } from 'vitest';
import { runningStore } from '../../test/runningStore';
import { DEFAULT_SETTINGS } from '../sim/config';
import { loadScene } from '../lessons/loadScene';
import { scenarioOf } from '../timeline/recording';
import { hidesOf, worldOf } from './selectors';

it('puts the own run aside for a prepared one, and gives it back as it was left', () => {
  const state = runningStore().getState;
  state().act({ type: 'crashBroker', broker: 1 });
  state().advance(1);
  state().pause();
  const { recording, playhead, openScenario } = state();
  const { settings, seed } = scenarioOf(recording);
  openScenario({ version: 1, settings, seed, commands: [], startsAt: 0 });
  openScenario({ version: 1, settings, seed, commands: [], startsAt: 500 }, 'Watch.');
  expect(state()).toMatchObject({ playhead: 0, playing: false, selected: null, watch: 'Watch.' });
  expect(worldOf(state()).now).toBeLessThanOrEqual(500);
  state().backToOwnRun();
  expect(state()).toMatchObject({ recording, playhead, ownRun: null, watch: null });
  state().backToOwnRun();
  expect(state().recording).toBe(recording);
});

it('has no run put aside once a new cluster is made', () => {
  const state = runningStore().getState;
  state().openScenario(scenarioOf(state().recording));
  expect(state().ownRun).not.toBeNull();
  state().newCluster(DEFAULT_SETTINGS);
  expect(state().ownRun).toBeNull();
});

it('leaves out of the picture whom a scene is not about, until it is left', async () => {
  const state = runningStore().getState;
  const scene = await loadScene('newLeader');
  state().openScene(scene, 'Watch.');
  expect(hidesOf(state())).toEqual(['producers', 'consumers']);
  expect(state()).toMatchObject({ scene, playhead: 0, playing: false, watch: 'Watch.' });
  state().openScenario(scene.scenario);
  expect(hidesOf(state())).toEqual([]);
  state().openScene(scene);
  state().backToOwnRun();
  expect(state().scene).toBeNull();
  expect(hidesOf(state())).toEqual([]);
});

it('lets a picked message go with the branch in which its number names it', () => {
  const state = runningStore().getState;
  state().act({ type: 'crashBroker', broker: 1 });
  state().advance(2);
  state().seek(0.5);
  state().act({ type: 'crashBroker', broker: 2 });
  state().select({ type: 'message', flightId: 1 });
  state().switchBranch(1);
  expect(state().selected).toBeNull();
});
