import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { loadScene } from '../../lessons/loadScene';
import { worldOf } from '../../store/selectors';
import { renderInHighwater } from '../../../test/renderInHighwater';
import { ClusterPanel } from './ClusterPanel';

const person = userEvent.setup();
// Fetched beforehand: its button does not wait for a busy machine then.
await loadScene('factorIsMinimum');

it('heals a link that is cut, named by those at its ends', async () => {
  const store = show();
  expect(screen.getByRole('region', { name: 'Cut links' })).toHaveTextContent('None.');
  act(() => {
    const ends = { from: 'broker-1', to: 'controller' } as const;
    store.getState().act({ type: 'cutLink', ...ends, bothWays: true });
    store.getState().stepForward();
  });
  const heal = screen.getByRole('button', { name: /^Heal: .*broker 1.*$/ });
  await person.click(heal);
  act(() => store.getState().stepForward());
  expect(worldOf(store.getState()).network.cutLinks).toEqual([]);
  expect(heal).not.toBeInTheDocument();
});

it('adds a producer in a rack', async () => {
  const store = show();
  await person.type(group('Add a client', 'client.rack'), 'a');
  await person.click(screen.getByRole('button', { name: 'Add a producer' }));
  store.getState().stepForward();
  expect(worldOf(store.getState()).producers['producer-2']?.rack).toBe('a');
});

it('refuses what is no number beside its field, and keeps it', async () => {
  show();
  const partitions = group('Create a topic', 'Partitions');
  await person.clear(partitions);
  await person.type(partitions, 'few');
  await person.click(screen.getByRole('button', { name: 'Create the topic' }));
  expect(partitions).toBeInvalid();
  expect(partitions).toHaveAccessibleDescription(/^INVALID_PARTITIONS .*not "few"/);
  await person.clear(partitions);
  expect(partitions).toBeValid();
});

it('advises on a topic while one types, and opens the scene that shows why', async () => {
  const onOpenChange = vi.fn<(open: boolean) => void>();
  const store = show(onOpenChange);
  const minimum = group('Create a topic', 'min.insync.replicas');
  expect(minimum).not.toHaveAccessibleDescription();
  await person.clear(minimum);
  await person.type(minimum, '3');
  expect(minimum).toHaveAccessibleDescription(/^A minimum equal to the replication factor/);
  await person.click(screen.getByRole('button', { name: 'Show it' }));
  await waitFor(() => expect(store.getState().scene?.id).toBe('factorIsMinimum'));
  expect(onOpenChange).toHaveBeenLastCalledWith(false);
});

it('offers the next id that is free to a new broker', () => {
  show();
  expect(group('Add a broker', 'node.id')).toHaveValue('4');
});

function show(onOpenChange: (open: boolean) => void = () => undefined) {
  return renderInHighwater(<ClusterPanel open onOpenChange={onOpenChange} />);
}

function group(title: string, field: string) {
  const heading = screen.getByRole('heading', { name: title });
  const around = heading.closest('.settingsGroup');
  if (!(around instanceof HTMLElement)) throw new Error(`${title} has no group.`);
  return within(around).getByRole('textbox', { name: field });
}
