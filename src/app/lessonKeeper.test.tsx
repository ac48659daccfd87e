import { afterEach, expect, it, vi } from 'vitest';
import { runningStore } from '../../test/runningStore';
import { loadLesson } from '../lessons/loadLesson';
import { loadScene } from '../lessons/loadScene';
import { TAKEAWAYS } from '../lessons/takeaways';
import { openMoment } from '../store/openMoment';
import { worldOf } from '../store/selectors';
import { keepLessons } from './lessonKeeper';

// Fetched beforehand: a link does not wait for a busy machine then.
await Promise.all([loadLesson('failover'), loadScene('newLeader'), import('../lessons/drive')]);
let stop = () => {};

afterEach(() => {
  stop();
  window.history.replaceState(null, '', '/');
});

it('opens a lesson by its link, at its beginning', async () => {
  const store = openedBy('?lesson=failover');
  await vi.waitFor(() => expect(store.getState().lesson?.lesson.id).toBe('failover'));
  expect(store.getState().lesson?.step).toBe(0);
});

it('opens a lesson at a step, driven there by its own way, with nothing answered', async () => {
  const store = openedBy('?lesson=failover&step=3');
  await vi.waitFor(() => expect(store.getState().lesson?.step).toBe(2));
  expect(store.getState()).toMatchObject({
    lesson: { answers: {}, isOver: false },
    playing: false,
  });
  const { controller } = worldOf(store.getState());
  expect(controller.image.partitions['orders-0']?.leader).toBe(2);
});

it('opens a scene by its link, and says what to watch', async () => {
  const store = openedBy('?scene=newLeader');
  await vi.waitFor(() => expect(store.getState().scene?.id).toBe('newLeader'));
  expect(store.getState().watch).toMatch(/^Figure 4\. Broker 1 leads\./);
});

it.each([
  ['?lesson=nonsense', 'There is no lesson “nonsense”.'],
  ['?scene=nonsense', 'There is no scene “nonsense”.'],
  ['?lesson=failover&step=99', 'The lesson “failover” has steps 1 to 5.'],
  ['?lesson=toString', 'There is no lesson “toString”.'],
])('stays the page as it always opens and says what was wrong: %s', async (query, says) => {
  const store = openedBy(query);
  await vi.waitFor(() => expect(store.getState().watch).toContain(says));
  expect(store.getState()).toMatchObject({ lesson: null, scene: null, ownRun: null });
});

it('keeps the address to what is shown, and adds nothing to the history', async () => {
  const { length } = window.history;
  const store = openedBy('');
  const { openScene, openLesson, leaveLesson, backToOwnRun } = store.getState();
  const failover = await loadLesson('failover');
  openScene({ ...failover.scene, id: 'copies' });
  await shows('?scene=copies');
  backToOwnRun();
  await shows('');
  openLesson(failover);
  await shows('?lesson=failover');
  const { lesson } = store.getState();
  store.setState({ lesson: lesson && { ...lesson, isOver: true } });
  store.getState().goOnInLesson();
  await shows('?lesson=failover&step=2');
  leaveLesson();
  await shows('');
  expect(window.history.length).toBe(length);
});

it('lives where the address may not be changed', async () => {
  const store = openedBy('');
  const refused = vi.spyOn(window.history, 'replaceState').mockImplementation(() => {
    throw new DOMException('denied', 'SecurityError');
  });
  store.getState().openLesson(await loadLesson('failover'));
  expect(store.getState().lesson).not.toBeNull();
  refused.mockRestore();
});

function shows(query: string) {
  return vi.waitFor(() => expect(window.location.search).toBe(query), { timeout: 20_000 });
}

function openedBy(query: string) {
  window.history.replaceState(null, '', `/${query}`);
  const store = runningStore();
  stop = keepLessons(store);
  return store;
}

it('keeps the score of predictions in the browser, until it is to be forgotten', async () => {
  localStorage.clear();
  const store = openedBy('?lesson=failover&step=2');
  await vi.waitFor(() => expect(store.getState().lesson?.step).toBe(1));
  expect(localStorage.getItem('highwater.score')).toBeNull();
  store.getState().lockPrediction(null);
  expect(localStorage.getItem('highwater.score')).toContain('"predict":"watched"');
  stop();
  const later = openedBy('');
  expect(later.getState().score['failover']?.first).toEqual({ predict: 'watched' });
  later.getState().forgetScore();
  expect(localStorage.getItem('highwater.score')).toBe('{}');
});

it('leads from every takeaway to a moment that is there', async () => {
  for (const { proof } of TAKEAWAYS) {
    const store = openedBy('');
    await openMoment(store, proof);
    const { lesson, scene } = store.getState();
    expect(lesson ? lesson.step + 1 : scene?.id).toBe('scene' in proof ? proof.scene : proof.step);
    stop();
  }
});
