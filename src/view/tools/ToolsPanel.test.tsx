import { act, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { renderInHighwater } from '../../../test/renderInHighwater';
import type { Command } from '../../sim/command';
import { ToolsPanel } from './ToolsPanel';

type Store = ReturnType<typeof renderInHighwater>;

const crash: Command = { type: 'crashBroker', broker: 1 };

afterEach(() => vi.restoreAllMocks());

it('tells the command for what was done last, and where it is typed', () => {
  const store = renderInHighwater(<ToolsPanel />);
  expect(screen.getByText(/Nothing has been done yet/)).toBeInTheDocument();
  doAndSettle(store, crash);
  expect(region('The command')).toHaveTextContent('kill -9 $(pgrep -f kafka.Kafka)');
  expect(screen.getByText(/On the machine of broker 1/)).toBeInTheDocument();

  act(() => store.getState().toStart());
  expect(screen.getByText(/Nothing has been done yet/)).toBeInTheDocument();
});

it('says in words what no command does, and offers nothing to copy', () => {
  const store = renderInHighwater(<ToolsPanel />);
  doAndSettle(store, { type: 'loseInstance', broker: 1 });
  expect(screen.getByText(/No command: the cloud takes the machine away/)).toBeInTheDocument();
  expect(screen.queryByRole('region', { name: 'The command' })).toBeNull();
});

it('prints what the tools print of the moment shown', () => {
  const store = renderInHighwater(<ToolsPanel />);
  expect(region('kafka-topics.sh prints')).toHaveTextContent('Partition: 0 Leader: 1');
  doAndSettle(store, crash);
  expect(region('kafka-topics.sh prints')).toHaveTextContent('Partition: 0 Leader: 2');

  show('Offsets');
  expect(region('kafka-get-offsets.sh prints')).toHaveTextContent('orders:0:4');
  expect(region('kafka-log-dirs.sh prints')).toHaveTextContent('{"broker":2,');
  show('Groups');
  expect(region('kafka-consumer-groups.sh prints')).toHaveTextContent(
    'GROUP billing TOPIC orders PARTITION 0 CURRENT-OFFSET 4 LOG-END-OFFSET 4 LAG 0',
  );
});

it('marks the lines that what was told last has changed', () => {
  const store = renderInHighwater(<ToolsPanel />);
  const lineOf = (partition: number) => {
    const field = within(region('kafka-topics.sh prints')).getByText(`Partition: ${partition}`);
    const line = field.closest('p');
    if (!line) throw new Error(`There is no line of partition ${partition}.`);
    return line;
  };
  expect(lineOf(0)).toHaveAttribute('data-changed', 'false');
  act(() => void store.getState().act(crash));
  for (let step = 0; lineOf(0).textContent.includes('Leader: 1'); step += 1) {
    expect(step).toBeLessThan(50);
    act(() => store.getState().stepForward());
  }
  expect(lineOf(0)).toHaveAttribute('data-changed', 'true');
});

it('opens a figure to tell what it counts, and its MBean', () => {
  const store = renderInHighwater(<ToolsPanel />);
  show('Figures');
  doAndSettle(store, crash);
  const figure = within(region('The figures')).getByText('UnderReplicatedPartitions');
  expect(figure.parentElement).toHaveTextContent('0 → 3broker 1: – · broker 2: 2 · broker 3: 1');
  const bean = 'kafka.server:type=ReplicaManager,name=UnderReplicatedPartitions';
  expect(screen.getByText(bean)).toBeInTheDocument();
});

it('counts from nothing in a process that has begun anew', () => {
  const store = renderInHighwater(<ToolsPanel />);
  show('Figures');
  doAndSettle(store, { type: 'crashBroker', broker: 3 });
  doAndSettle(store, { type: 'startBroker', broker: 3 });
  const toldOf = () => within(region('The figures')).getByText('IsrExpandsPerSec').parentElement;
  expect(toldOf()).toHaveTextContent('broker 1: 2 ·');
  doAndSettle(store, crash);
  expect(toldOf()).toHaveTextContent('broker 1: – ·');
  doAndSettle(store, { type: 'startBroker', broker: 1 });
  expect(toldOf()).toHaveTextContent('broker 1: 0 ·');
});

it('shows what was logged up to the moment shown, newest last', () => {
  const store = renderInHighwater(<ToolsPanel />);
  show('Logs');
  expect(screen.getByText('Nobody has logged anything yet.')).toBeInTheDocument();
  doAndSettle(store, crash);
  const lines = within(region('The logs')).getAllByRole('listitem');
  const texts = lines.map(({ textContent }) => textContent);
  expect(texts.findIndex((text) => text.includes('Fencing broker 1'))).toBeGreaterThan(0);
  expect(texts.at(-1)).toMatch(/broker [23] .*starts at leader epoch 1/);
});

it('says that it has copied, until there is another text', async () => {
  userEvent.setup();
  const store = renderInHighwater(<ToolsPanel />);
  const copy = screen.getByRole('button', { name: 'Copy: kafka-topics.sh' });
  await act(async () => fireEvent.click(copy));
  const copied = await navigator.clipboard.readText();
  expect(copied).toMatch(/^\$ bin\/kafka-topics.sh .*\nTopic: orders\t/);
  expect(screen.getByText('Copied')).toBeInTheDocument();

  doAndSettle(store, crash);
  expect(screen.queryByText('Copied')).toBeNull();
});

it('asks to copy by hand where the clipboard is closed', async () => {
  userEvent.setup();
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('closed'));
  renderInHighwater(<ToolsPanel />);
  const copy = screen.getByRole('button', { name: 'Copy: kafka-topics.sh' });
  await act(async () => fireEvent.click(copy));
  expect(screen.getByText('Select it and copy by hand')).toBeInTheDocument();
});

function region(name: string): HTMLElement {
  return screen.getByRole('region', { name });
}

function show(section: string): void {
  fireEvent.click(screen.getByRole('button', { name: section }));
}

function doAndSettle(store: Store, command: Command): void {
  act(() => {
    store.getState().act(command);
    for (let second = 0; second < 60 && store.getState().playing; second += 1) {
      store.getState().advance(1);
    }
  });
}
