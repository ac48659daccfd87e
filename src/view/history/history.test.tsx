import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, expect, it } from 'vitest';
import { renderInHighwater } from '../../../test/renderInHighwater';
import { runningStore } from '../../../test/runningStore';
import { writtenTwice } from '../../../test/writtenTwice';
import { DEFAULT_SETTINGS } from '../../sim/config';
import { scenarioFor } from '../../timeline/openingScenario';
import { clusterTimeAt, lastStory, toldMoments } from '../../timeline/recording';
import { sentenceOf } from '../caption/sentenceOf';
import { loadHistory } from '../transport/loadHistory';
import { Transport } from '../transport/Transport';

const person = userEvent.setup();
type Store = ReturnType<typeof renderInHighwater>;
// What is loaded later is there from the start.
beforeAll(() => import('./historyParts'));

it('leads to the next and the previous of a kind, and says when there is no more', async () => {
  const store = await played();
  await person.selectOptions(screen.getByRole('combobox', { name: 'Kind of event' }), 'election');
  await person.click(screen.getByRole('button', { name: 'Previous election' }));
  expect(typesShown(store)).toContain('leaderElected');
  const election = store.getState().playhead;

  await person.click(screen.getByRole('button', { name: 'Next election' }));
  expect(store.getState().playhead).toBe(election);
  expect(screen.getByText('No election later in what has been played.')).toBeInTheDocument();

  await person.selectOptions(screen.getByRole('combobox', { name: 'Kind of event' }), 'crash');
  expect(screen.queryByText(/^No election/)).not.toBeInTheDocument();
  await person.click(screen.getByRole('button', { name: 'Previous crash' }));
  expect(typesShown(store)).toContain('brokerCrashed');
  expect(store.getState().playhead).toBeLessThan(election);
  await person.click(screen.getByRole('button', { name: 'Previous crash' }));
  expect(screen.getByText('No crash before this moment.')).toBeInTheDocument();
});

it('says what was jumped to where the caption has told something else of its moment', async () => {
  const store = await played();
  const kinds = screen.getByRole('combobox', { name: 'Kind of event' });
  await person.selectOptions(kinds, 'inSyncChange');
  await person.click(screen.getByRole('button', { name: 'Previous in-sync change' }));
  expect(typesShown(store)).toContain('leaderElected');
  expect(sentenceOf(store.getState())).toMatch(/ made broker 2 leader/);
  await waitFor(() =>
    expect(screen.getByRole('status')).toHaveTextContent(/: in-sync set \[1, 2, 3\] →/),
  );

  // The caption tells elections, and does so here: nothing is said twice.
  await person.selectOptions(kinds, 'election');
  act(() => store.getState().toEnd());
  await person.click(screen.getByRole('button', { name: 'Previous election' }));
  expect(store.getState().leafing.reached).toBeNull();
  // Between this moment and the next, the caption has no other words already.
  act(() => store.getState().seek(store.getState().playhead + 0.01));
  await person.click(screen.getByRole('button', { name: 'Previous election' }));
  await waitFor(() =>
    expect(screen.getByRole('status')).toHaveTextContent(/ made broker 2 leader/),
  );
});

it.each([
  [3, /^orders-0: in-sync set .* orders-1: in-sync set .* orders-2: in-sync set [^:]*$/],
  [5, /^orders-0: in-sync .* orders-1: in-sync .* orders-2: in-sync [^:]* And 2 more\.$/],
])('names all of the kind that is jumped to, of %i in one moment', async (partitions, names) => {
  const scenario = scenarioFor({ ...DEFAULT_SETTINGS, partitions }, 1);
  const store = await played(runningStore(scenario));
  const kinds = screen.getByRole('combobox', { name: 'Kind of event' });
  await person.selectOptions(kinds, 'inSyncChange');
  await person.click(screen.getByRole('button', { name: 'Previous in-sync change' }));
  expect(typesShown(store).filter((type) => type === 'inSyncReplicasChanged')).toHaveLength(
    partitions,
  );
  expect(screen.getByText(names, { selector: '.missed' })).toBeVisible();
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent(names));
});

it('leads to whatever breaks a promise, and marks it', async () => {
  const store = writtenTwice();
  const broken = store.getState().playhead;
  renderInHighwater(<Transport loadHistory={loadHistory} />, store);
  const kinds = await screen.findByRole('combobox', { name: 'Kind of event' });
  await person.selectOptions(kinds, 'brokenPromise');
  act(() => store.getState().seek(lastStory(store.getState().recording)));
  act(() => store.getState().seek(broken + 0.001));
  await person.click(screen.getByRole('button', { name: 'Previous broken promise' }));
  expect(store.getState().playhead).toBe(broken);
  expect(typesShown(store)).toContain('duplicateAppended');
});

it('shows the branches as a tree, each named by what was done in it', async () => {
  const store = await played();
  act(() => {
    store.getState().toStart();
    store.getState().act({ type: 'crashBroker', broker: 2 });
    store.getState().advance(4);
    store.getState().pause();
  });
  const moment = now(store);
  await person.click(screen.getByRole('button', { name: 'branch 2: branches of the run' }));
  const tree = within(screen.getByRole('region', { name: 'Branches of the run' }));
  const [first, second] = tree.getAllByRole('listitem');
  if (!first || !second) throw new Error('There are not two branches.');
  expect(first).toContainElement(second);
  expect(second).toHaveTextContent(/^branch 2: crash broker 2 at \d+\.\d{3} s$/);
  expect(within(second).getByRole('button')).toHaveFocus();
  expect(within(second).getByRole('button')).toHaveAttribute('aria-current', 'true');

  await person.keyboard('{ArrowUp}{Enter}');
  expect(store.getState().recording.line.branch.id).toBe(1);
  expect(now(store)).toBeCloseTo(moment);
  expect(tree.getByText(/^Branch 1 at the same moment/)).toBeInTheDocument();

  await person.keyboard('{Escape}');
  expect(screen.queryByRole('region', { name: 'Branches of the run' })).not.toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'branch 1: branches of the run' })).toHaveFocus();
});

it('says that a branch ends before the moment that was shown', async () => {
  const store = await played();
  const end = now(store);
  act(() => {
    store.getState().toStart();
    store.getState().act({ type: 'crashBroker', broker: 2 });
    store.getState().advance(1);
    store.getState().pause();
    store.getState().switchBranch(1);
    store.getState().toEnd();
  });
  await person.click(screen.getByRole('button', { name: 'branch 1: branches of the run' }));
  await person.click(screen.getByRole('button', { name: /^branch 2: crash/ }));
  expect(now(store)).toBeLessThan(end);
  const { recording, playhead } = store.getState();
  expect(playhead).toBe(lastStory(recording));
  expect(screen.getByText(/^Branch 2 was played up to [\d.]+ s only/)).toBeInTheDocument();
});

it('shows the leader epochs of every partition when asked', async () => {
  const store = await played();
  const all = screen.getByRole('button', { name: 'Leader epochs of all partitions' });
  expect(all).toHaveAttribute('aria-pressed', 'false');
  await person.click(all);
  expect(store.getState().leafing.showsAll).toBe(true);
  expect(all).toHaveAttribute('aria-pressed', 'true');
});

/** A crash of the leader of orders-0, played to its end. */
async function played(story = runningStore()): Promise<Store> {
  const store = renderInHighwater(<Transport loadHistory={loadHistory} />, story);
  act(() => {
    store.getState().act({ type: 'crashBroker', broker: 1 });
    for (let second = 0; store.getState().playing; second += 1) store.getState().advance(1);
  });
  await screen.findByRole('combobox', { name: 'Kind of event' });
  return store;
}

function now(store: Store): number {
  const { recording, playhead } = store.getState();
  return clusterTimeAt(recording, playhead);
}

function typesShown(store: Store): readonly string[] {
  const { recording, playhead } = store.getState();
  const shown = toldMoments(recording).find(({ story }) => story === playhead);
  return shown?.events.map(({ type }) => type) ?? [];
}
