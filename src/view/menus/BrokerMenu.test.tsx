import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { worldOf } from '../../store/selectors';
import { renderInHighwater } from '../../../test/renderInHighwater';
import { BrokerMenu } from './BrokerMenu';

const person = userEvent.setup();

it('crashes a broker that runs', async () => {
  const store = show();
  await person.click(entry(/^Crash/));
  store.getState().stepForward();
  expect(worldOf(store.getState()).brokers[1]?.lifecycle).toBe('NOT_RUNNING');
  expect(screen.queryByRole('menu')).not.toBeInTheDocument();
});

it('offers to one that is down what brings it back', async () => {
  const store = show();
  act(() => {
    store.getState().act({ type: 'crashBroker', broker: 1 });
    store.getState().stepForward();
  });
  expect(screen.queryByRole('menuitem', { name: /^Crash/ })).not.toBeInTheDocument();
  await person.click(entry(/^Start again/));
  store.getState().stepForward();
  expect(worldOf(store.getState()).brokers[1]?.lifecycle).not.toBe('NOT_RUNNING');
});

it('says beside an entry why it would change nothing', async () => {
  const store = show();
  await person.click(entry(/^Disks/));
  const fast = entry(/^As fast as before/);
  expect(fast).toHaveAttribute('aria-disabled', 'true');
  expect(fast).toHaveTextContent(/^As fast as before.+\.$/);

  await person.click(fast);
  expect(screen.getByRole('menu')).toBeInTheDocument();
  expect(store.getState().playing).toBe(false);
});

it('shows what belongs together in its own place, and leads back', async () => {
  show();
  await person.click(entry(/^Pause/));
  expect(entry(/^For 15 seconds/)).toHaveTextContent('For 15 seconds');
  expect(screen.queryByRole('menuitem', { name: /^Crash/ })).not.toBeInTheDocument();
  await person.click(entry('Pause broker 1: back'));
  expect(entry(/^Crash/)).toBeInTheDocument();
});

it('is walked through by keys, and found by the first letters', async () => {
  show();
  await person.keyboard('n');
  expect(entry(/^Network/)).toHaveFocus();
  await person.keyboard('{ArrowRight}');
  expect(entry(/^Cut off from the controller/)).toHaveFocus();
  await person.keyboard('{ArrowLeft}');
  expect(entry(/^Network/)).toHaveFocus();
  await person.keyboard('{Home}');
  expect(entry(/^Crash/)).toHaveFocus();
  await person.keyboard('{Escape}');
  expect(screen.queryByRole('menu')).not.toBeInTheDocument();
});

it('names every node from which a broker can be cut off, and each way', async () => {
  show();
  await person.click(entry(/^Network/));
  const names = screen.getAllByRole('menuitem').map(({ textContent }) => textContent);
  for (const node of ['the controller', 'broker 2', 'broker 3', 'producer 1', 'consumer 1']) {
    expect(names.some((name) => name.startsWith(`Cut off from ${node}`))).toBe(true);
  }
  await person.click(entry(/^Cut one way only/));
  expect(entry(/^From broker 1 to the controller/)).toBeInTheDocument();
  expect(entry(/^From the controller to broker 1/)).toBeInTheDocument();
});

function show() {
  return renderInHighwater(
    <BrokerMenu broker={1} trigger={<button type="button">Broker 1</button>} byKey />,
  );
}

function entry(name: string | RegExp) {
  return screen.getByRole('menuitem', { name });
}
