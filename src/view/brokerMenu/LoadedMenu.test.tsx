import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { renderInHighwater } from '../../../test/renderInHighwater';
import type { BrokerMenu } from './BrokerMenu';
import { LoadedMenu } from './LoadedMenu';

const person = userEvent.setup();

it('leaves what opens it where it cannot be had, and asks again at the next click', async () => {
  const silence = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  let isOffline = true;
  const load = vi.fn<() => Promise<{ BrokerMenu: typeof BrokerMenu }>>(async () => {
    if (isOffline) throw new TypeError('Failed to fetch');
    return import('./BrokerMenu');
  });
  const trigger = <button type="button">Broker 1</button>;
  renderInHighwater(<LoadedMenu broker={1} trigger={trigger} load={load} />);
  await waitFor(() => expect(silence).toHaveBeenCalled());
  expect(screen.getByRole('button', { name: 'Broker 1' })).toBeInTheDocument();
  isOffline = false;
  await person.click(await screen.findByRole('button', { name: 'Broker 1' }));
  expect(await screen.findByRole('menuitem', { name: /^Crash/ })).toBeInTheDocument();
  silence.mockRestore();
});
