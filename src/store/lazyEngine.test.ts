import { expect, it, vi } from 'vitest';
import type { Command } from '../sim/command';
import { DEFAULT_SETTINGS } from '../sim/config';
import { type Engine, engine } from '../timeline/engine';
import { openingStill } from '../timeline/openingScenario';
import { frameCount, scenarioOf, stillRecording } from '../timeline/recording';
import { createHighwaterStore } from './highwaterStore';
import { worldOf } from './selectors';

const still = openingStill();
const crash: Command = { type: 'crashBroker', broker: 1 };
const produce: Command = {
  type: 'produce',
  producer: 'producer-1',
  partition: 'orders-0',
  key: null,
  value: 'x',
};

it('shows the opening without the engine, and stands still', () => {
  const { state, load } = instance();
  expect(worldOf(state())).toBe(still.world);
  state().advance(1);
  state().seek(1);
  state().stepBack();
  state().pause();
  expect(state()).toMatchObject({ engine: null, isEngineLoading: false, playhead: 0 });
  expect(load).not.toHaveBeenCalled();
});

it('loads the engine once, however often it is asked to', async () => {
  const { state, load, arrive } = instance();
  state().loadEngine();
  state().loadEngine();
  expect(state().isEngineLoading).toBe(true);
  await arrive();
  state().loadEngine();
  expect(state()).toMatchObject({ engine, isEngineLoading: false, playing: false });
  expect(worldOf(state())).toBe(still.world);
  expect(load).toHaveBeenCalledTimes(1);
});

it('obeys in order what was asked for before the engine was there', async () => {
  const { state, arrive } = instance();
  expect(state().act(produce)).toBeNull();
  expect(state().act(crash)).toBeNull();
  state().pause();
  expect(state()).toMatchObject({ isEngineLoading: true, playing: false });
  await arrive();
  const { commands } = scenarioOf(state().recording);
  expect(commands.slice(-2).map(({ command }) => command)).toEqual([produce, crash]);
  expect(state().playing).toBe(false);
  state().stepForward();
  expect(state().playhead).toBeGreaterThan(0);
});

it('lets two presses of play cancel each other though neither could be obeyed yet', async () => {
  const { state, arrive } = instance();
  state().togglePlay();
  state().togglePlay();
  state().togglePlay();
  await arrive();
  expect(state().playing).toBe(true);
  state().advance(0.5);
  expect(frameCount(state().recording)).toBeGreaterThan(1);
});

it('does not do what would change nothing, though only the engine knows that', async () => {
  const { state, arrive } = instance();
  expect(state().act({ type: 'startBroker', broker: 1 })).toBeNull();
  await arrive();
  expect(scenarioOf(state().recording)).toEqual(still.scenario);
  expect(state().playing).toBe(false);
  expect(state().act({ type: 'startBroker', broker: 1 })?.because).toMatch(/already running/);
  expect(state().newCluster({ ...DEFAULT_SETTINGS, brokers: 0 })).not.toEqual([]);
});

it('begins a new cluster as soon as the engine is there', async () => {
  const { state, arrive } = instance();
  expect(state().newCluster({ ...DEFAULT_SETTINGS, topic: 'payments' })).toEqual([]);
  expect(state().selectedPartition).toBe('orders-0');
  await arrive();
  expect(state().selectedPartition).toBe('payments-0');
  expect(worldOf(state()).settings.topic).toBe('payments');
});

it('says so when the engine is not to be had, keeps the page, and can be asked again', async () => {
  const { state, arrive, fail } = instance();
  state().act(crash);
  await fail();
  expect(state().failure?.message).toMatch(/could not be loaded.* try again/);
  expect(state()).toMatchObject({ engine: null, isEngineLoading: false, playing: false });
  expect(worldOf(state())).toBe(still.world);

  state().act(produce);
  expect(state()).toMatchObject({ isEngineLoading: true, failure: null });
  await arrive();
  const { commands } = scenarioOf(state().recording);
  expect(commands.slice(still.scenario.commands.length)).toMatchObject([{ command: produce }]);
});

it('says nothing when the engine is not to be had and nobody asked for anything', async () => {
  const { state, fail } = instance();
  state().loadEngine();
  await fail();
  expect(state()).toMatchObject({ failure: null, isEngineLoading: false });
});

/** A store whose engine arrives, or fails to, when the test says so. */
function instance() {
  let answer: { resolve: (engine: Engine) => void; reject: (error: Error) => void } | null = null;
  const load = vi.fn<() => Promise<Engine>>(
    () => new Promise((resolve, reject) => void (answer = { resolve, reject })),
  );
  const store = createHighwaterStore(stillRecording(still), load);
  const settled = () => vi.waitFor(() => expect(store.getState().isEngineLoading).toBe(false));
  const arrive = () => {
    answer?.resolve(engine);
    return settled();
  };
  const fail = () => {
    answer?.reject(new TypeError('Failed to fetch dynamically imported module'));
    return settled();
  };
  return { state: store.getState, load, arrive, fail };
}
