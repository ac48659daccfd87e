import { afterEach, expect, it, vi } from 'vitest';
import { runningStore } from '../../test/runningStore';
import { linkedRun, type LinkedRun } from '../share/link/linkedRun';
import { linkText } from '../share/link/linkText';
import { worldOf } from '../store/selectors';
import type { HighwaterState } from '../store/state';
import { frameCount, scenarioOf, toldMoments } from '../timeline/recording';
import { keepAddress } from './address';

const KEPT = 'The link could not be opened, so what is here was kept.';
const PATIENCE = { timeout: 20_000 };
let stop = () => {};

afterEach(async () => {
  stop();
  window.history.replaceState(null, '', '/');
  // Unlike a browser, what stands for one here tells of that too, a little later.
  await new Promise((told) => setTimeout(told));
});

it('writes an address that opens the same run at the same moment', async () => {
  const { length } = window.history;
  const store = openedBy('/');
  store.getState().act({ type: 'crashBroker', broker: 1 });
  store.getState().advance(2);
  store.getState().selectPartition('orders-1');
  expect(window.location.hash).toBe('');
  store.getState().pause();
  await vi.waitFor(() => expect(window.location.hash).toMatch(/^#r=1\./), PATIENCE);
  expect(window.history.length).toBe(length);
  stop();

  const other = openedBy(window.location.hash);
  await vi.waitFor(() => expect(other.getState().playhead).toBeGreaterThan(0), PATIENCE);
  const [here, there] = [store.getState(), other.getState()];
  expect(worldOf(there)).toEqual(worldOf(here));
  expect(there.playhead).toBeCloseTo(here.playhead, 8);
  expect(frameCount(there.recording)).toBe(frameCount(here.recording));
  expect(there).toMatchObject({ selectedPartition: 'orders-1', notes: [], ownRun: null });
  expect(there.playing).toBe(false);
});

it('has no run in the address of a page that nobody has touched', async () => {
  const store = openedBy('/#r=bad');
  await said(store);
  store.getState().selectPartition('orders-1');
  store.getState().selectPartition('orders-0');
  await vi.waitFor(() => expect(window.location.hash).toBe(''), PATIENCE);
});

it.each<readonly [string, string, (now: HighwaterState) => void, Partial<HighwaterState>]>([
  ['a page', '', (now) => now.showPanel('records'), { panel: 'records' }],
  ['a page', '', (now) => now.toggleSpaceTime(), { isSpaceTimeShown: true }],
  ['a page', '', (now) => now.selectPartition('orders-1'), { selectedPartition: 'orders-1' }],
  ['a scene', '?scene=newLeader', (now) => now.toggleSpaceTime(), { isSpaceTimeShown: true }],
])('opens %s that nobody has played with as it is looked at', async (_, query, look, looks) => {
  const store = openedBy(`/${query}`);
  const { recording } = store.getState();
  const opens = new URLSearchParams(query).get('scene') ?? undefined;
  await vi.waitFor(() => expect(store.getState().scene?.id).toBe(opens), PATIENCE);
  look(store.getState());
  await vi.waitFor(() => expect(window.location.hash).toMatch(/^#r=1\./), PATIENCE);
  expect(window.location.search).toBe(query);
  stop();

  const other = openedBy(`/${query}${window.location.hash}`);
  await vi.waitFor(() => expect(other.getState().recording).not.toBe(recording), PATIENCE);
  await vi.waitFor(() => expect(other.getState()).toMatchObject(looks), PATIENCE);
  expect(other.getState()).toMatchObject({ playhead: 0, notes: [] });
  expect(other.getState().ownRun === null).toBe(store.getState().ownRun === null);
  expect(other.getState().scene?.id).toBe(store.getState().scene?.id);
  expect(worldOf(other.getState())).toEqual(worldOf(store.getState()));
  expect(frameCount(other.getState().recording)).toBe(frameCount(store.getState().recording));
});

it('has a run in the address where more is recorded than what the step leads to', async () => {
  const store = openedBy('/?scene=newLeader');
  await vi.waitFor(() => expect(store.getState().scene).not.toBeNull(), PATIENCE);
  store.getState().stepForward();
  await vi.waitFor(() => expect(window.location.search).toBe('?scene=newLeader&step=1'), PATIENCE);
  expect(window.location.hash).toBe('');
  store.getState().stepForward();
  store.getState().stepBack();
  await vi.waitFor(() => expect(window.location.hash).toMatch(/^#r=1\./), PATIENCE);
  expect(window.location.search).toBe('?scene=newLeader&step=1');
});

it('shows a run without a scene that does not exist, and says that', async () => {
  const store = openedBy(`/?scene=nope${await hashOf({ looks: { isSpaceTimeShown: true } })}`);
  expect(await said(store)).toEqual(['There is no scene “nope”.']);
  expect(store.getState()).toMatchObject({ isSpaceTimeShown: true, watch: null });
});

it('says what is wrong with both, a scene that does not exist and a run that is none', async () => {
  const store = openedBy('/?scene=nope#r=1.zz');
  expect(await said(store)).toEqual([KEPT, 'It is damaged, or only a part of it.']);
  await vi.waitFor(() => expect(store.getState().watch).toContain('There is no scene “nope”.'));
});

it.each([
  ['/#r=', 'It does not begin with the number of a version.'],
  ['/#r=2.AAAA', 'It is of version 2, and this page reads version 1.'],
  ['/#r=1.<b>bold</b>', 'It is damaged, or only a part of it.'],
])(
  'stays the page as it always opens and says what was wrong with %s',
  async (address, problem) => {
    const store = openedBy(address);
    const { recording } = store.getState();
    expect(await said(store)).toEqual([KEPT, problem]);
    expect(store.getState()).toMatchObject({ recording, playhead: 0, ownRun: null });
  },
);

it('keeps the run, and its address, when a bad link is pasted into the page', async () => {
  const store = openedBy('/');
  store.getState().act({ type: 'crashBroker', broker: 1 });
  store.getState().pause();
  await vi.waitFor(() => expect(window.location.hash).toMatch(/^#r=1\./), PATIENCE);
  const { hash } = window.location;
  const { recording, playhead } = store.getState();
  paste('#r=1.nonsense');
  await said(store);
  expect(store.getState()).toMatchObject({ recording, playhead, ownRun: null });
  await vi.waitFor(() => expect(window.location.hash).toBe(hash), PATIENCE);
});

it('puts the own run aside when a good link is pasted into the page', async () => {
  const store = openedBy('/');
  store.getState().act({ type: 'crashBroker', broker: 1 });
  store.getState().pause();
  await vi.waitFor(() => expect(window.location.hash).toMatch(/^#r=1\./), PATIENCE);
  const { recording } = store.getState();
  paste(await hashOf({ commands: [{ at: 800, command: { type: 'crashBroker', broker: 2 } }] }));
  await vi.waitFor(() => expect(store.getState().ownRun).not.toBeNull(), PATIENCE);
  expect(worldOf(store.getState()).brokers[2]?.lifecycle).toBe('NOT_RUNNING');
  store.getState().backToOwnRun();
  expect(store.getState().recording).toBe(recording);
});

it('says how many commands changed nothing when their time came, and why the first', async () => {
  const crash = { type: 'crashBroker', broker: 1 } as const;
  const commands = [800, 900, 950].map((at) => ({ at, command: crash }));
  const store = openedBy(`/${await hashOf({ commands })}`);
  expect(await said(store)).toEqual([
    '2 commands in this run changed nothing. The first was “crash broker 1 at 0.9 s”: ' +
      'Broker 1 is already down.',
  ]);
  expect(worldOf(store.getState()).brokers[1]?.lifecycle).toBe('NOT_RUNNING');
});

it('shows a run that came to another end elsewhere, and says so', async () => {
  const store = openedBy(`/${await hashOf({ sum: 7 })}`);
  expect(await said(store)).toEqual([
    expect.stringMatching(/^The link was made by a simulator that/),
  ]);
});

it('leaves out what is looked at where the run does not have it, and says so', async () => {
  const looks = { partition: 'nosuch-7', selected: { type: 'broker', broker: 99 } } as const;
  const store = openedBy(`/${await hashOf({ looks })}`);
  expect(await said(store)).toEqual([
    'The run has no partition nosuch-7.',
    'The run does not have the broker that was picked.',
  ]);
  expect(store.getState()).toMatchObject({ selectedPartition: 'orders-0', selected: null });
});

it('opens a scene after so many steps, and writes how many there were', async () => {
  const store = openedBy('/?scene=newLeader&step=2');
  await vi.waitFor(() => expect(store.getState().playhead).toBeGreaterThan(0), PATIENCE);
  const { recording, playhead } = store.getState();
  expect(toldMoments(recording)[1]?.story).toBe(playhead);
  store.getState().stepForward();
  await vi.waitFor(() => expect(window.location.search).toBe('?scene=newLeader&step=3'), PATIENCE);
  expect(window.location.hash).toBe('');
  store.getState().toStart();
  await vi.waitFor(() => expect(window.location.search).toBe('?scene=newLeader'), PATIENCE);
});

it('writes a run in a scene that went on otherwise, and opens it in the scene', async () => {
  const store = openedBy('/?scene=newLeader');
  await vi.waitFor(() => expect(store.getState().scene).not.toBeNull(), PATIENCE);
  store.getState().act({ type: 'crashBroker', broker: 2 });
  store.getState().advance(0.5);
  store.getState().pause();
  await vi.waitFor(() => expect(window.location.hash).toMatch(/^#r=1\./), PATIENCE);
  const { search, hash } = window.location;
  expect(search).toMatch(/^\?scene=newLeader/);
  stop();
  const other = openedBy(`/${search}${hash}`);
  await vi.waitFor(() => expect(other.getState().playhead).toBeGreaterThan(0), PATIENCE);
  expect(other.getState().scene?.hides).toEqual(store.getState().scene?.hides);
  expect(worldOf(other.getState())).toEqual(worldOf(store.getState()));
});

it('says how many steps a scene has when there are not so many', async () => {
  const store = openedBy('/?scene=newLeader&step=9999');
  await vi.waitFor(
    () => expect(store.getState().watch).toMatch(/The scene “newLeader” has steps 0 to \d+\./),
    PATIENCE,
  );
});

it.each([
  ['/?scene=copies&step=abc', 'copies'],
  ['/?scene=newLeader&step=10001', 'newLeader'],
])('opens the scene at its beginning where the step cannot be meant: %s', async (address, id) => {
  const store = openedBy(address);
  await vi.waitFor(() => expect(store.getState().scene?.id).toBe(id), PATIENCE);
  expect(store.getState()).toMatchObject({ playhead: 0, watch: expect.stringMatching(/^Figure/) });
});

it('opens the lesson at its beginning where the step cannot be meant', async () => {
  const store = openedBy('/?lesson=failover&step=-1');
  await vi.waitFor(() => expect(store.getState().lesson).not.toBeNull(), PATIENCE);
  expect(store.getState()).toMatchObject({ lesson: { step: 0 }, watch: null });
});

function openedBy(address: string) {
  window.history.replaceState(null, '', address);
  const store = runningStore();
  stop = keepAddress(store);
  return store;
}

function paste(hash: string): void {
  window.location.hash = hash;
}

async function said(store: ReturnType<typeof runningStore>) {
  await vi.waitFor(() => expect(store.getState().notes).not.toEqual([]), { timeout: 50_000 });
  return store.getState().notes;
}

/** A link to the end of the opening run, with other things in it. */
async function hashOf({
  sum,
  looks,
  ...changes
}: Partial<ReturnType<typeof scenarioOf>> & { sum?: number; looks?: Partial<LinkedRun> }) {
  const store = runningStore({ ...scenarioOf(runningStore().getState().recording), ...changes });
  store.getState().stepForward();
  const run = linkedRun(store.getState());
  return `#r=${await linkText({ ...run, ...looks, sum: sum ?? run.sum })}`;
}
