import { afterEach, expect, it, vi } from 'vitest';
import { hundredCommands } from '../../test/hundredCommands';
import { runningStore } from '../../test/runningStore';
import { svgMetadata } from '../share/take/svgText';
import { scenarioOf } from '../timeline/recording';
import { runOf } from '../view/take/pictureLooks';
import { keepAddress } from './address';

const TOO_MANY_STEPS = 'It takes more than 60000 steps to play.';
const PATIENCE = { timeout: 20_000 };
let stop = () => {};

afterEach(async () => {
  stop();
  window.history.replaceState(null, '', '/');
  // Unlike a browser, what stands for one here tells of that too, a little later.
  await new Promise((told) => setTimeout(told));
});

it('opens the run of a scenario file from its start, and keeps the own one', async () => {
  const { store, open } = page();
  store.getState().act({ type: 'crashBroker', broker: 1 });
  store.getState().pause();
  const { recording } = store.getState();
  const scenario = hundredCommands();
  expect(await open('run.json', JSON.stringify(scenario))).toBe(true);
  expect(scenarioOf(store.getState().recording)).toEqual(scenario);
  expect(store.getState()).toMatchObject({ playhead: 0, playing: false, notes: [] });
  store.getState().backToOwnRun();
  expect(store.getState().recording).toBe(recording);
});

it('opens the run that a picture carries', async () => {
  const { store, open } = page();
  const scenario = JSON.stringify({ version: 1, seed: 9, commands: [] });
  const svg = `<metadata id="highwater">${scenario}</metadata>`;
  expect(await open('picture.svg', `<svg>${svg}</svg>`)).toBe(true);
  expect(scenarioOf(store.getState().recording).seed).toBe(9);
});

it('opens a picture at the moment that it shows', async () => {
  const { store, open } = page();
  store.getState().act({ type: 'crashBroker', broker: 1 });
  store.getState().advance(4);
  store.getState().pause();
  const { playhead, recording } = store.getState();
  const run = await runOf(store.getState());
  store.getState().act({ type: 'startBroker', broker: 1 });
  expect(await open('picture.svg', `<svg>${svgMetadata(run)}</svg>`)).toBe(true);
  expect(store.getState().playhead).toBeCloseTo(playhead, 6);
  expect(scenarioOf(store.getState().recording)).toEqual(scenarioOf(recording));
});

it('keeps the run when a picture carries a link that was cut short', async () => {
  const { store, open } = page();
  const { recording } = store.getState();
  const run = (await runOf(store.getState())).slice(0, -4);
  expect(await open('picture.svg', `<svg>${svgMetadata(run)}</svg>`)).toBe(false);
  expect(store.getState().recording).toBe(recording);
  expect(store.getState().notes.join(' ')).toContain('damaged');
});

it('keeps the run and names each mistake in its place', async () => {
  const { store, open } = page();
  const { recording } = store.getState();
  const commands = Array.from({ length: 30 }, () => ({ at: 0, command: { type: 'explode' } }));
  expect(await open('bad.json', JSON.stringify({ version: 1, seed: -1, commands }))).toBe(false);
  const { notes } = store.getState();
  expect(notes[0]).toBe('“bad.json” could not be opened, so what is here was kept.');
  expect(notes[1]).toBe('seed: expected a whole number from 0 up, got -1');
  expect(notes[2]).toMatch(/^commands\[0\]\.at: /);
  expect(notes.at(-1)).toBe('And 53 more.');
  expect(store.getState()).toMatchObject({ recording, ownRun: null });
});

it.each([
  ['no file of ours', 'hello', 'line 1, column 1: expected a value'],
  ['bytes of something', '\u0000\u0001', 'line 1, column 1: expected a value'],
  ['a cluster too large', scenario({ brokers: 40 }), 'settings.brokers: The page shows at most 9'],
  ['a run that never ends', scenario({}, 86_000_000), TOO_MANY_STEPS],
])('and keeps it when a file holds %s', async (_, text, problem) => {
  const { store, open } = page();
  const { recording } = store.getState();
  expect(await open('a.json', text)).toBe(false);
  const note = store.getState().notes[1] ?? '';
  // A busy machine may give up by the clock.
  const given = note === 'It takes too long to play here.' ? TOO_MANY_STEPS : note;
  expect(given.slice(0, problem.length)).toBe(problem);
  expect(store.getState().recording).toBe(recording);
});

it.each([
  ['a.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>', ''],
  ['A.PNG', '\u0089PNG', ''],
  ['a.gif', 'GIF89a', ''],
  ['picture', '<svg xmlns="http://www.w3.org/2000/svg"/>', 'image/svg+xml'],
])('says of a picture without a run that it holds none: %s', async (name, text, type) => {
  const { store, open } = page();
  const { recording } = store.getState();
  expect(await open(name, text, type)).toBe(false);
  expect(store.getState().notes).toEqual([
    `“${name}” could not be opened, so what is here was kept.`,
    'This picture holds no run.',
  ]);
  expect(store.getState().recording).toBe(recording);
});

it('shows that a file can be dropped, and opens what is dropped', async () => {
  const { store } = page();
  const { dataset } = document.documentElement;
  const file = new File([scenario({})], 'a.json');
  const dataTransfer = { types: ['Files'], files: [file] };
  drag('dragover', { dataTransfer: { types: ['text/plain'] } });
  expect(dataset['dropping']).toBeUndefined();
  expect(drag('dragover', { dataTransfer }).defaultPrevented).toBe(true);
  expect(dataset['dropping']).toBe('');
  drag('dragleave', { relatedTarget: null });
  expect(dataset['dropping']).toBeUndefined();
  expect(drag('drop', { dataTransfer }).defaultPrevented).toBe(true);
  await vi.waitFor(() => expect(scenarioOf(store.getState().recording).seed).toBe(5), PATIENCE);
});

it('opens nothing where a reader may not touch the run, and says so', async () => {
  const { store } = page();
  const { recording } = store.getState();
  document.documentElement.dataset['lock'] = 'speed time';
  const dataTransfer = { types: ['Files'], files: [new File([scenario({})], 'a.json')] };
  expect(drag('drop', { dataTransfer }).defaultPrevented).toBe(true);
  await vi.waitFor(() =>
    expect(store.getState().notes).toEqual(['No file can be opened on this page.']),
  );
  expect(store.getState().recording).toBe(recording);
  delete document.documentElement.dataset['lock'];
});

it('has the address lead to what was opened', async () => {
  const { open } = page();
  expect(await open('a.json', scenario({}))).toBe(true);
  await vi.waitFor(() => expect(window.location.hash).toMatch(/^#r=1\./), PATIENCE);
});

function drag(type: string, fields: object): Event {
  const event = Object.assign(new Event(type, { bubbles: true, cancelable: true }), fields);
  document.body.dispatchEvent(event);
  return event;
}

function scenario(settings: object, startsAt = 0): string {
  return JSON.stringify({ version: 1, seed: 5, settings, startsAt, commands: [] });
}

function page() {
  const store = runningStore();
  stop = keepAddress(store);
  const open = async (name: string, text: string, type = '') =>
    store.getState().openFile?.(new File([text], name, { type })) ?? false;
  return { store, open };
}
