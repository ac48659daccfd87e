import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ComponentType } from 'react';
import { beforeAll, expect, it, vi } from 'vitest';
import { renderInHighwater } from '../../../test/renderInHighwater';
import { LoadedMenu, type MenuProps } from './LoadedMenu';

const person = userEvent.setup();
// What is loaded later is there from the start.
beforeAll(() => import('./SubjectMenu'));

const trigger = <button type="button">Broker 1</button>;

it('says that it cannot be had, and comes when it is asked for again', async () => {
  const silence = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  let isOffline = true;
  const load = vi.fn<() => Promise<ComponentType<MenuProps>>>(async () => {
    if (isOffline) throw new TypeError('Failed to fetch');
    return (await import('./SubjectMenu')).SubjectMenu;
  });
  renderInHighwater(
    <LoadedMenu subject={{ type: 'broker', broker: 1 }} trigger={trigger} load={load} />,
  );
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  await person.click(screen.getByRole('button', { name: 'Broker 1' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('The menu could not be loaded.');
  expect(screen.getByRole('button', { name: 'Broker 1' })).toBeInTheDocument();
  isOffline = false;
  await person.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('menuitem', { name: /^Crash/ })).toBeInTheDocument();
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  silence.mockRestore();
});

it('is fetched once somebody is there, and shown when it is asked for', async () => {
  const load = vi.fn<() => Promise<ComponentType<MenuProps>>>(
    async () => (await import('./SubjectMenu')).SubjectMenu,
  );
  renderInHighwater(
    <LoadedMenu subject={{ type: 'broker', broker: 1 }} trigger={trigger} load={load} />,
  );
  expect(load).toHaveBeenCalledOnce();
  expect(screen.queryByRole('menu')).not.toBeInTheDocument();
  await person.click(screen.getByRole('button', { name: 'Broker 1' }));
  expect(await screen.findByRole('menu', { name: 'Broker 1' })).toBeInTheDocument();
});
