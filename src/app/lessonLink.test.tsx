import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { runningStore } from '../../test/runningStore';
import { loadLesson } from '../lessons/loadLesson';
import { worldOf } from '../store/selectors';
import { frameCount } from '../timeline/recording';
import { keepLessons } from './lessonKeeper';

// Fetched beforehand: a link does not wait for a busy machine then.
await Promise.all([loadLesson('failover'), loadLesson('writes'), import('../lessons/drive')]);

const PATIENCE = { timeout: 20_000 };
const RUN = /^#r=1\.[\w-]+$/;
let stop = () => {};

beforeEach(() => localStorage.clear());

afterEach(async () => {
  stop();
  window.history.replaceState(null, '', '/');
  // Unlike a browser, what stands for one here tells of that too, a little later.
  await new Promise((told) => setTimeout(told));
});

it.each<readonly [string, string, (store: Store) => void]>([
  ['done in part', '?lesson=failover', begun],
  ['done, and looked back from', '?lesson=failover', lookedBackFrom],
  [
    'with an answer picked',
    '?lesson=failover&step=2',
    ({ getState }) => getState().pickChoice('broker3'),
  ],
  ['with an answer that came true', '?lesson=failover&step=2', answered],
  ['with a goal reached', '?lesson=failover&step=5', reached],
  ['with another panel', '?lesson=failover&step=3', ({ getState }) => getState().showPanel('wire')],
])('an address opens a step %s as it was left', async (_, query, leave) => {
  const store = await taughtBy(query);
  leave(store);
  await vi.waitFor(() => expect(window.location.hash).toMatch(RUN), PATIENCE);
  expect(window.location.search).toBe(query);
  const { hash } = window.location;
  stop();

  const other = await taughtBy(query + hash);
  const [here, there] = [store.getState(), other.getState()];
  expect(worldOf(there)).toEqual(worldOf(here));
  expect(frameCount(there.recording)).toBe(frameCount(here.recording));
  expect(there.playhead).toBeCloseTo(here.playhead, 8);
  expect(there.panel).toBe(here.panel);
  expect({ ...there.lesson, answers: {} }).toEqual({ ...here.lesson, answers: {} });
  expect(there.lesson?.answers['predict']?.picked).toBe(here.lesson?.answers['predict']?.picked);
  expect(there).toMatchObject({ scene: here.scene, playing: false, notes: [] });
  there.leaveLesson();
  expect(other.getState()).toMatchObject({ lesson: null, playhead: 0, ownRun: null });
});

it('an address has no run where the step itself leads to what is shown', async () => {
  const store = await taughtBy('?lesson=failover&step=3');
  store.getState().showPanel('wire');
  await vi.waitFor(() => expect(window.location.hash).toMatch(RUN), PATIENCE);
  store.getState().showPanel('lesson');
  await vi.waitFor(() => expect(window.location.hash).toBe(''), PATIENCE);
  expect(window.location.search).toBe('?lesson=failover&step=3');
});

it('an answer in a link is no prediction of whoever opens it, and a later one is', async () => {
  const store = await taughtBy('?lesson=failover&step=2');
  answered(store);
  await vi.waitFor(() => expect(window.location.hash).toMatch(RUN), PATIENCE);
  const { search, hash } = window.location;
  stop();
  localStorage.clear();
  const { getState } = await taughtBy(search + hash);
  getState().goOnInLesson();
  expect(getState().lesson?.step).toBe(2);
  expect(getState().score['failover']?.first ?? {}).toEqual({});
  stop();
  window.history.replaceState(null, '', '/');

  const again = await taughtBy(search + hash);
  again.getState().beginStepAgain();
  answered(again);
  expect(again.getState().score['failover']?.first).toEqual({ predict: 'right' });
});

it('what a lesson does not have is left out of what a link says of it', async () => {
  const store = await taughtBy('?lesson=failover&step=2');
  store.setState((state) => ({ lesson: state.lesson && { ...state.lesson, picked: 'toString' } }));
  await vi.waitFor(() => expect(window.location.hash).toMatch(RUN), PATIENCE);
  const { search, hash } = window.location;
  stop();
  expect((await taughtBy(search + hash)).getState().lesson?.picked).toBeNull();
});

it('a run is shown without a lesson that does not exist, and that is said', async () => {
  const store = await taughtBy('?lesson=failover');
  begun(store);
  await vi.waitFor(() => expect(window.location.hash).toMatch(RUN), PATIENCE);
  const { hash } = window.location;
  stop();
  const there = openedBy(`?lesson=nope${hash}`);
  await vi.waitFor(() => expect(there.getState().notes).not.toEqual([]), PATIENCE);
  expect(there.getState()).toMatchObject({
    lesson: null,
    watch: null,
    notes: ['There is no lesson “nope”.'],
  });
  expect(worldOf(there.getState())).toEqual(worldOf(store.getState()));
});

type Store = ReturnType<typeof runningStore>;

/** What the step begins with is done, and a little later it stands still. */
function begun({ getState }: Store): void {
  getState().play();
  getState().advance(0.7);
  getState().pause();
}

function lookedBackFrom({ getState }: Store): void {
  getState().play();
  getState().advance(60);
  expect(getState().lesson?.isOver).toBe(true);
  getState().seek(1);
}

function answered({ getState }: Store): void {
  getState().lockPrediction('broker2');
  getState().play();
  getState().advance(60);
  expect(getState().lesson?.isOver).toBe(true);
}

function reached({ getState }: Store): void {
  getState().act({ type: 'crashBroker', broker: 2 });
  getState().advance(60);
  expect(getState().lesson?.reached).toEqual(['crashSafely']);
}

function openedBy(address: string): Store {
  window.history.replaceState(null, '', `/${address}`);
  const store = runningStore();
  stop = keepLessons(store);
  return store;
}

async function taughtBy(address: string): Promise<Store> {
  const store = openedBy(address);
  await vi.waitFor(() => expect(store.getState().lesson).not.toBeNull(), PATIENCE);
  // The step is not begun yet where it has to be driven there.
  await new Promise((done) => setTimeout(done));
  return store;
}
