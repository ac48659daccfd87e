import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { worldOf } from '../../store/selectors';
import { renderInHighwater } from '../../../test/renderInHighwater';
import { BrokerMenu } from './BrokerMenu';

const person = userEvent.setup();
const menu = <BrokerMenu broker={1} trigger={<button type="button">Broker 1</button>} />;

it('crashes a broker that runs', async () => {
  const store = renderInHighwater(menu);
  await person.click(screen.getByRole('button', { name: 'Broker 1' }));
  await person.click(screen.getByRole('menuitem', { name: /^Crash/ }));
  store.getState().stepForward();
  expect(worldOf(store.getState()).brokers[1]?.lifecycle).toBe('NOT_RUNNING');
  expect(screen.queryByRole('menu')).not.toBeInTheDocument();
});

it('says beside an entry why it would change nothing', async () => {
  const store = renderInHighwater(menu);
  await person.click(screen.getByRole('button', { name: 'Broker 1' }));
  const start = screen.getByRole('menuitem', { name: /^Start again/ });
  expect(start).toHaveAttribute('aria-disabled', 'true');
  expect(start).toHaveTextContent('Broker 1 is already running.');

  await person.click(start);
  expect(screen.getByRole('menu')).toBeInTheDocument();
  expect(store.getState().playing).toBe(false);
});
