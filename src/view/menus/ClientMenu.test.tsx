import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { logEndOffset } from '../../sim/broker/log';
import type { ClientId } from '../../sim/ids';
import { worldOf } from '../../store/selectors';
import { scenarioOf } from '../../timeline/recording';
import { renderInHighwater } from '../../../test/renderInHighwater';
import { ClientMenu } from './ClientMenu';

const person = userEvent.setup();

it('ticks the acks that a producer has, and changes them', async () => {
  const store = show('producer-1');
  await person.click(entry(/^acks/));
  expect(choice('acks=all')).toBeChecked();
  expect(choice('acks=all')).toHaveAttribute('aria-disabled', 'true');
  await person.click(choice('acks=1'));
  expect(last(store)).toEqual({ type: 'changeAcks', producer: 'producer-1', acks: 1 });
});

it('turns idempotence off, and says what that leads to', async () => {
  const store = show('producer-1');
  expect(entry(/^Idempotence off/)).toHaveTextContent(/twice/);
  await person.click(entry(/^Idempotence off/));
  expect(last(store)).toMatchObject({ type: 'changeIdempotence', value: false });
});

it('starts a load of a rate, and offers to stop it', async () => {
  const store = show('producer-1');
  await person.click(entry(/^Steady load/));
  expect(screen.queryByRole('menuitem', { name: 'Stop' })).not.toBeInTheDocument();
  await person.click(choice('50 records a second'));
  expect(last(store)).toMatchObject({ type: 'startLoad', recordsPerSecond: 50 });
});

it('says where the hash of a key leads before the record is sent', async () => {
  const store = show('producer-1');
  await person.click(entry(/^Produce with a key/));
  await person.type(screen.getByRole('textbox', { name: 'Key' }), 'customer-7');
  expect(screen.getByRole('dialog')).toHaveTextContent(/it goes to orders-1/);
  await person.click(screen.getByRole('button', { name: 'Produce' }));
  expect(last(store)).toMatchObject({ type: 'produce', partition: null, key: 'customer-7' });
  for (let second = 0; second < 30; second += 1) store.getState().advance(1);
  const replica = worldOf(store.getState()).brokers[1]?.replicas['orders-1'];
  expect(replica && logEndOffset(replica.log)).toBe(5);
});

it('cuts a client off from a broker', async () => {
  const store = show('consumer-1');
  await person.click(entry(/^Network/));
  expect(screen.queryByRole('menuitem', { name: /controller/ })).not.toBeInTheDocument();
  await person.click(entry('Cut off from broker 2'));
  const ends = { from: 'consumer-1', to: 'broker-2' };
  expect(last(store)).toEqual({ type: 'cutLink', ...ends, bothWays: true });
});

it('shows what a consumer does where its position is gone', async () => {
  show('consumer-1');
  expect(entry(/^Restart/)).toBeInTheDocument();
  await person.click(entry(/^auto\.offset\.reset/));
  expect(choice(/^latest/)).toBeChecked();
  expect(choice(/^earliest/)).not.toBeChecked();
});

function show(client: ClientId) {
  const trigger = <button type="button">{client}</button>;
  return renderInHighwater(<ClientMenu client={client} trigger={trigger} byKey />);
}

function entry(name: string | RegExp) {
  return screen.getByRole('menuitem', { name });
}

function choice(name: string | RegExp) {
  const isStart = typeof name === 'string' ? new RegExp(`^${name}`) : name;
  return screen.getByRole('menuitemradio', { name: isStart });
}

function last(store: ReturnType<typeof show>) {
  return scenarioOf(store.getState().recording).commands.at(-1)?.command;
}
