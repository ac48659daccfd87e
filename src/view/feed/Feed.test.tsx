import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { renderInHighwater } from '../../../test/renderInHighwater';
import { sentenceOf } from '../caption/sentenceOf';
import { Feed } from './Feed';

const person = userEvent.setup();

it('lists what was told up to the playhead, newest last', () => {
  const store = renderInHighwater(<Feed />);
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

it('makes one line of what happens to several partitions at once', () => {
  const store = renderInHighwater(<Feed />);
  act(() => crashAndSettle(store));
  const inSync = screen.getAllByRole('listitem').filter((line) => /in-sync set/.test(text(line)));
  expect(inSync).toHaveLength(1);
  expect(inSync[0]).toHaveTextContent(/and 2 more/);
});

it('marks the line that the caption tells', () => {
  const store = renderInHighwater(<Feed />);
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
  const store = renderInHighwater(<Feed />);
  act(() => crashAndSettle(store));
  await person.click(screen.getByRole('button', { name: /^[\d.]+\s*Broker 1 crashed\.$/ }));
  expect(screen.getAllByRole('listitem')).toHaveLength(1);
});

it('gives the reason, the rule and the place in Kafka on request', async () => {
  const store = renderInHighwater(<Feed />);
  act(() => crashAndSettle(store));
  const why = screen.getByRole('button', { name: 'Why: The controller fenced broker 1.' });
  await person.click(why);
  expect(why).toHaveAttribute('aria-expanded', 'true');
  const line = screen.getByText('Where').closest('li');
  if (!line) throw new Error('The reasons stand in no line.');
  expect(within(line).getByText(/broker\.session\.timeout\.ms/)).toBeInTheDocument();
  expect(within(line).getByText(/BrokerHeartbeatTracker/)).toBeInTheDocument();
});

it('shows more than is told when details are asked for', async () => {
  const store = renderInHighwater(<Feed />);
  act(() => crashAndSettle(store));
  const told = screen.getAllByRole('listitem').length;
  await person.click(screen.getByRole('button', { name: 'Details', pressed: false }));
  expect(screen.getAllByRole('listitem').length).toBeGreaterThan(told);
});

it('marks what is simpler than in Kafka, and says what it stands for', async () => {
  const store = renderInHighwater(<Feed />);
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
  const store = renderInHighwater(<Feed />);
  act(() => crashAndSettle(store));
  await person.click(screen.getByRole('button', { name: 'Model', pressed: false }));
  expect(screen.queryAllByRole('listitem')).toEqual([]);
  expect(screen.getByText('M1')).toBeInTheDocument();
  expect(screen.getByText('M13').nextSibling).toHaveTextContent(/No transactions/);
  await person.click(screen.getByRole('button', { name: 'Model', pressed: true }));
  expect(screen.getAllByRole('listitem').length).toBeGreaterThan(1);
});

it('never holds more than two hundred lines', () => {
  const store = renderInHighwater(<Feed />);
  act(() => {
    const { act: order, advance } = store.getState();
    order({ type: 'startLoad', producer: 'producer-1', recordsPerSecond: 100 });
    for (let second = 0; second < 240; second += 1) advance(1);
  });
  expect(screen.getAllByRole('listitem')).toHaveLength(200);
});

function crashAndSettle(store: ReturnType<typeof renderInHighwater>) {
  store.getState().act({ type: 'crashBroker', broker: 1 });
  for (let second = 0; second < 60 && store.getState().playing; second += 1) {
    store.getState().advance(1);
  }
}

function text(element: HTMLElement): string {
  return element.textContent;
}
