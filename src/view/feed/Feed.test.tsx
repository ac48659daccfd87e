import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { renderInHighwater } from '../../../test/renderInHighwater';
import { ADVICE_SCENES } from '../../lessons/adviceScenes';
import { sentenceOf } from '../caption/sentenceOf';
import { Feed } from './Feed';

const person = userEvent.setup();

it('says that nothing has happened while nothing has', async () => {
  renderInHighwater(<Feed />);
  expect(screen.getByText(/^Nothing yet/)).toBeInTheDocument();
  expect(await screen.findByRole('button', { name: 'Filter' })).toBeInTheDocument();
  expect(screen.getByText(/^Nothing yet/)).toBeInTheDocument();
});

it('lists what was told up to the playhead, newest last', async () => {
  const store = await renderFeed();
  expect(screen.queryAllByRole('listitem')).toEqual([]);
  act(() => crashAndSettle(store));
  const lines = screen.getAllByRole('listitem').map((line) => line.textContent);
  expect(lines[0]).toContain('Broker 1 crashed.');
  expect(lines[1]).toContain('The controller fenced broker 1.');

  act(() => {
    store.getState().toStart();
    store.getState().stepForward();
  });
  expect(screen.getAllByRole('listitem')).toHaveLength(1);
});

it('makes one line of what happens to several partitions at once', async () => {
  const store = await renderFeed();
  act(() => crashAndSettle(store));
  const inSync = screen.getAllByRole('listitem').filter((line) => /in-sync set/.test(text(line)));
  expect(inSync).toHaveLength(1);
  expect(inSync[0]).toHaveTextContent(/and 2 more/);
});

it('marks the line that the caption tells', async () => {
  const store = await renderFeed();
  act(() => crashAndSettle(store));
  act(() => store.getState().toStart());
  for (let step = 0; step < 8; step += 1) {
    act(() => store.getState().stepForward());
    expect(screen.getByRole('button', { current: 'step' })).toHaveTextContent(
      sentenceOf(store.getState()),
    );
  }
});

it('leads to the moment of the line that is pressed', async () => {
  const store = await renderFeed();
  act(() => crashAndSettle(store));
  await person.click(screen.getByRole('button', { name: /^[\d.]+\s*Broker 1 crashed\. #\d+$/ }));
  expect(screen.getAllByRole('listitem')).toHaveLength(1);
});

it('gives the reason, the rule and the place in Kafka on request', async () => {
  const store = await renderFeed();
  act(() => crashAndSettle(store));
  const why = screen.getByRole('button', { name: 'Why: The controller fenced broker 1.' });
  await person.click(why);
  expect(why).toHaveAttribute('aria-expanded', 'true');
  const line = screen.getByText('Where').closest('li');
  if (!line) throw new Error('The reasons stand in no line.');
  expect(within(line).getByText(/broker\.session\.timeout\.ms/)).toBeInTheDocument();
  expect(within(line).getByText(/BrokerHeartbeatTracker/)).toBeInTheDocument();
});

it('marks what is simpler than in Kafka, and says what it stands for', async () => {
  const store = await renderFeed();
  act(() => {
    store.getState().act({ type: 'changeAcks', producer: 'producer-1', acks: 1 });
    store.getState().advance(1);
  });
  const line = screen.getByRole('listitem');
  const mark = within(line).getByText('M15');
  expect(mark).toHaveAccessibleDescription(/^Simplified here: A restarted producer keeps/);
  await person.click(within(line).getByRole('button', { name: /^Why: .* acks=1/ }));
  expect(within(line).getByText('Simplified here (M15)')).toBeInTheDocument();
});

it('lists all that is simplified when asked', async () => {
  const store = await renderFeed();
  act(() => crashAndSettle(store));
  await person.click(screen.getByRole('button', { name: 'Model', pressed: false }));
  expect(screen.queryAllByRole('listitem')).toEqual([]);
  expect(screen.getByText('M1')).toBeInTheDocument();
  expect(screen.getByText('M13').nextSibling).toHaveTextContent(/No transactions/);
  await person.click(screen.getByRole('button', { name: 'Model', pressed: true }));
  expect(screen.getAllByRole('listitem').length).toBeGreaterThan(1);
});

it('draws about what is seen of a long history, the newest lines', async () => {
  const store = await renderFeed();
  act(() => {
    const { act: order, advance } = store.getState();
    order({ type: 'startLoad', producer: 'producer-1', recordsPerSecond: 100 });
    for (let second = 0; second < 300; second += 1) advance(1);
  });
  const { recording } = store.getState();
  expect(recording.line.run.happenings.length).toBeGreaterThan(400);
  const lines = screen.getAllByRole('listitem');
  expect(lines.length).toBeLessThan(40);
  expect(lines.at(-1)).toHaveTextContent(sentenceOf(store.getState()).slice(0, 8));
});

it('lets a person choose by kind, partition, broker and word, and clear that again', async () => {
  const store = await renderFeed();
  act(() => crashAndSettle(store));
  const all = (await screen.findAllByRole('listitem')).length;
  await person.click(screen.getByRole('button', { name: 'Filter', expanded: false }));
  await person.selectOptions(screen.getByRole('combobox', { name: 'Kind' }), 'Crashes, recoveries');
  expect(sentences()).toEqual(['Broker 1 crashed.', 'The controller fenced broker 1.']);
  await person.selectOptions(screen.getByRole('combobox', { name: 'Broker' }), 'Broker 2');
  expect(screen.getByText(/^Nothing matches/)).toBeInTheDocument();
  const [clear] = screen.getAllByRole('button', { name: 'Clear the filters' });
  if (clear) await person.click(clear);
  expect(screen.getAllByRole('listitem')).toHaveLength(all);

  await person.selectOptions(screen.getByRole('combobox', { name: 'Partition' }), 'orders-0');
  for (const sentence of sentences()) expect(sentence).toMatch(/^orders-0/);
  await person.type(screen.getByRole('searchbox'), 'MADE BROKER 2 LEADER');
  expect(sentences()).toEqual(['orders-0: the controller made broker 2 leader, epoch 1.']);
});

it('folds routine into one line, which unfolds', async () => {
  const store = await renderFeed();
  act(() => crashAndSettle(store));
  const told = (await screen.findAllByRole('listitem')).length;
  await person.click(screen.getByRole('button', { name: 'Filter' }));
  const much = screen.getByRole('combobox', { name: 'How much' });
  await person.selectOptions(much, 'With details');
  const detailed = (await screen.findAllByRole('listitem')).length;
  expect(detailed).toBeGreaterThan(told);
  await person.selectOptions(much, 'Everything');
  const routine = screen.getAllByRole('button', { name: /^List: \d+ routine events?$/ }).at(-1);
  if (!routine) throw new Error('Nothing was routine.');
  const next = () => routine.closest('li')?.nextElementSibling?.textContent;
  expect(next()).not.toMatch(/has read the metadata/);
  await person.click(routine);
  expect(routine).toHaveAttribute('aria-expanded', 'true');
  expect(next()).toMatch(/metadata/);
});

it('is walked through with the keys up and down', async () => {
  const store = await renderFeed();
  act(() => crashAndSettle(store));
  await person.tab();
  await person.tab();
  await person.tab();
  const lines = screen.getAllByRole('listitem');
  expect(lines.at(-1)).toContainElement(focused());
  await person.keyboard('{ArrowUp}');
  expect(lines.at(-2)).toContainElement(focused());
  await person.keyboard('{ArrowDown}{ArrowDown}');
  expect(lines.at(-1)).toContainElement(focused());
});

async function renderFeed() {
  const store = renderInHighwater(<Feed />);
  await screen.findByRole('button', { name: 'Filter' });
  // It is drawn before it listens to the store.
  await act(async () => undefined);
  return store;
}

function crashAndSettle(store: ReturnType<typeof renderInHighwater>) {
  store.getState().act({ type: 'crashBroker', broker: 1 });
  for (let second = 0; second < 60 && store.getState().playing; second += 1) {
    store.getState().advance(1);
  }
}

function sentences(): readonly string[] {
  const lines = screen.getAllByRole('listitem').map(text);
  return lines.map((line) => /^[\d.]+(.*) #\d+/.exec(line)?.[1] ?? '');
}

function focused(): HTMLElement {
  if (!(document.activeElement instanceof HTMLElement)) throw new Error('Nothing has the focus.');
  return document.activeElement;
}

function text(element: HTMLElement): string {
  return element.textContent;
}

it('leads from a refused write to the moment and the inequality that failed', async () => {
  const store = await renderFeed();
  act(() => {
    store.getState().openScenario(ADVICE_SCENES.factorIsMinimum().scenario);
    for (let step = 0; step < 8; step += 1) store.getState().stepForward();
  });
  const [first] = await screen.findAllByRole('button', {
    name: /^Why: .*answered NOT_ENOUGH_REPLICAS/,
  });
  if (!first) throw new Error('No refused write is listed.');
  await person.click(first);
  const after = store.getState().playhead;
  await person.click(screen.getByRole('button', { name: 'Why?' }));
  expect(store.getState()).toMatchObject({
    panel: 'inspect',
    selected: { type: 'partition', partition: 'orders-0' },
  });
  expect(store.getState().playhead).toBeLessThan(after);
  expect(sentenceOf(store.getState())).toContain('NOT_ENOUGH_REPLICAS');
});
