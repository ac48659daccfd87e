import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { loadScene } from '../../lessons/loadScene';
import { worldOf } from '../../store/selectors';
import { renderInHighwater } from '../../../test/renderInHighwater';
import { runningSettings } from './settingsDraft';
import { SettingsPanel } from './SettingsPanel';

const person = userEvent.setup();
// Fetched beforehand: its button does not wait for a busy machine then.
await loadScene('factorTwo');

it('refuses a bad value beside its field by the name that Kafka has for it', async () => {
  const store = show();
  const { recording } = store.getState();
  const factor = field('Replication factor');
  await type(factor, '5');
  await person.click(screen.getByRole('button', { name: 'Start a new cluster' }));
  expect(factor).toBeInvalid();
  expect(factor).toHaveAccessibleDescription(/^INVALID_REPLICATION_FACTOR \S+/);
  expect(factor).toHaveValue('5');
  expect(store.getState().recording).toBe(recording);
});

it('keeps a word that is no number, and says that it is none', async () => {
  show();
  await type(field('Partitions'), 'many');
  await person.click(screen.getByRole('button', { name: 'Start a new cluster' }));
  expect(field('Partitions')).toHaveValue('many');
  expect(field('Partitions')).toHaveAccessibleDescription(/^INVALID_PARTITIONS/);
});

it('starts a new cluster of what was typed', async () => {
  const onOpenChange = vi.fn<(open: boolean) => void>();
  const store = show(onOpenChange);
  await type(field('Brokers'), '5');
  await type(field('Partitions'), '2');
  await person.click(screen.getByRole('button', { name: 'Start a new cluster' }));
  expect(worldOf(store.getState()).settings).toMatchObject({ brokers: 5, partitions: 2 });
  expect(onOpenChange).toHaveBeenLastCalledWith(false);
});

it('explains what Kafka accepts and people get wrong', async () => {
  show();
  await type(field('Replication factor'), '2');
  expect(field('Replication factor')).toHaveAccessibleDescription(/acks=all writes stop/);
});

it('opens the scene that shows what comes of it, and keeps the run that was there', async () => {
  const onOpenChange = vi.fn<(open: boolean) => void>();
  const store = show(onOpenChange);
  const { recording } = store.getState();
  await type(field('Replication factor'), '2');
  const [factorTwo] = screen.getAllByRole('button', { name: 'Show it' });
  if (factorTwo) await person.click(factorTwo);
  await waitFor(() => expect(store.getState().scene?.id).toBe('factorTwo'));
  expect(store.getState()).toMatchObject({ playing: false, playhead: 0 });
  expect(worldOf(store.getState()).settings).toMatchObject({ brokers: 2, replicationFactor: 2 });
  expect(store.getState().watch).toMatch(/^Two replicas\..*Watch the last record\.$/);
  expect(onOpenChange).toHaveBeenLastCalledWith(false);
  store.getState().backToOwnRun();
  expect(store.getState().recording).toBe(recording);
});

it('advises on the cluster that runs, too', async () => {
  const store = show();
  await person.click(within(running()).getByRole('switch', { name: /^unclean/ }));
  act(() => store.getState().advance(1));
  expect(within(running()).getByRole('button', { name: 'Show it' })).toBeVisible();
});

it('says while one types what a minimum will lead to in the topic that runs', async () => {
  const store = show();
  const minimum = field('min.insync.replicas');
  expect(minimum).not.toHaveAccessibleDescription();
  await type(minimum, '3');
  expect(minimum).toHaveAccessibleDescription(/^A minimum equal to the replication factor/);
  expect(within(running()).getByRole('button', { name: 'Show it' })).toBeVisible();
  await type(minimum, '4');
  expect(minimum).toHaveAccessibleDescription(/^Kafka accepts this and uses 3/);
  await type(minimum, '2');
  expect(minimum).not.toHaveAccessibleDescription();
  expect(store.getState().playing).toBe(false);
});

it('changes the running cluster where Kafka lets one', async () => {
  const store = show();
  await type(field('min.insync.replicas'), '1');
  await person.click(within(running()).getByRole('button', { name: 'Apply' }));
  await person.click(within(running()).getByRole('switch', { name: /^unclean/ }));
  await person.selectOptions(within(running()).getByRole('combobox', { name: 'acks' }), '1');
  for (let second = 0; second < 10; second += 1) store.getState().advance(1);
  expect(runningSettings(worldOf(store.getState()))).toMatchObject({
    minInsyncReplicas: 1,
    uncleanLeaderElection: true,
    acks: 1,
  });
});

it('fills in settings that belong together, and starts them', async () => {
  const store = show();
  const preset = screen.getByRole('button', { name: /^Three regions/ });
  await person.click(preset);
  expect(preset).toHaveAttribute('aria-pressed', 'true');
  await person.click(screen.getByRole('button', { name: 'Start a new cluster' }));
  expect(worldOf(store.getState()).settings).toMatchObject({
    replicaSelector: 'rackAware',
    consumers: 3,
    racks: { 1: 'us', 2: 'eu', 3: 'ap' },
    clientRacks: { 'consumer-2': 'eu' },
  });
});

it('begins with the promises of the cluster that runs, until they are chosen', async () => {
  const store = show();
  await person.selectOptions(within(running()).getByRole('combobox', { name: 'acks' }), '0');
  for (let second = 0; second < 10; second += 1) store.getState().advance(1);
  await person.click(screen.getByRole('button', { name: 'Start a new cluster' }));
  expect(worldOf(store.getState()).settings.acks).toBe(0);
  await person.click(screen.getByRole('button', { name: /^Classic defaults/ }));
  await person.click(screen.getByRole('button', { name: 'Start a new cluster' }));
  expect(worldOf(store.getState()).settings).toMatchObject({ acks: 1, minInsyncReplicas: 1 });
});

it('refuses more clients than there is room for, and opens what was folded away', async () => {
  show();
  const producers = field('Producers');
  expect(producers.closest('details')).not.toHaveAttribute('open');
  await type(producers, '4');
  await person.click(screen.getByRole('button', { name: 'Start a new cluster' }));
  expect(producers.closest('details')).toHaveAttribute('open');
  expect(producers).toHaveAccessibleDescription(/at most 3 producers/);
});

it('refuses a minimum that cannot be, and the run goes on as it was', async () => {
  const store = show();
  await type(field('min.insync.replicas'), '0');
  await person.click(within(running()).getByRole('button', { name: 'Apply' }));
  expect(field('min.insync.replicas')).toHaveAccessibleDescription(/^INVALID_CONFIG/);
  expect(store.getState().playing).toBe(false);
});

it.each(['0x3', '1e3', '3.5', '2147483648'])(
  'refuses %s as a minimum, and keeps it',
  async (text) => {
    const store = show();
    await type(field('min.insync.replicas'), text);
    await person.click(within(running()).getByRole('button', { name: 'Apply' }));
    expect(field('min.insync.replicas')).toBeInvalid();
    expect(field('min.insync.replicas')).toHaveValue(text);
    expect(store.getState().playing).toBe(false);
  },
);

it.each(['0x3', '1e0', '3.5'])('refuses %s for a new cluster, and keeps it', async (text) => {
  const store = show();
  const { recording } = store.getState();
  await type(field('Brokers'), text);
  await person.click(screen.getByRole('button', { name: 'Start a new cluster' }));
  expect(field('Brokers')).toHaveAccessibleDescription(/in digits only/);
  expect(field('Brokers')).toHaveValue(text);
  expect(store.getState().recording).toBe(recording);
});

it('keeps what a refusal has opened open, with the focus where it is', async () => {
  show();
  const latency = screen.getByText('Latency').closest('details');
  await person.click(screen.getByText('Latency'));
  await type(field('Within a rack, at least'), '0');
  await person.click(screen.getByText('Latency'));
  await person.click(screen.getByRole('button', { name: 'Start a new cluster' }));
  expect(latency).toHaveAttribute('open');
  await type(field('Within a rack, at least'), '1');
  expect(latency).toHaveAttribute('open');
  expect(field('Within a rack, at least')).toHaveFocus();
});

function show(onOpenChange: (open: boolean) => void = () => undefined) {
  return renderInHighwater(
    <SettingsPanel
      open
      onOpenChange={onOpenChange}
      recordsPerSecond={10}
      onRate={() => undefined}
    />,
  );
}

function field(name: string) {
  return screen.getAllByRole('textbox', { name })[0] ?? document.body;
}

function running() {
  return screen.getByRole('region', { name: 'While it runs' });
}

async function type(input: HTMLElement, text: string) {
  await person.clear(input);
  await person.type(input, text);
}
