import { act, screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderInHighwater } from '../../../test/renderInHighwater';
import { writtenTwice } from '../../../test/writtenTwice';
import { Describe } from './Describe';
import { Promises } from './Promises';

it('prints what the tool of Kafka would print of the moment shown', () => {
  const store = renderInHighwater(<Describe />);
  expect(screen.getByText(/Topic: orders PartitionCount: 3/)).toHaveTextContent(
    'ReplicationFactor: 3 Configs: min.insync.replicas=2',
  );
  expect(cellsOf('0')).toEqual(['1', '1,2,3', '1,2,3', '', '']);

  act(() => crashAllAndSettle(store, [1]));
  expect(cellsOf('0')).toEqual(['2', '1,2,3', '2,3', '', '']);
});

it('says none where nobody leads, and who may lead still', () => {
  const store = renderInHighwater(<Describe />);
  act(() => crashAllAndSettle(store, [1, 2, 3]));
  const [leader, , inSync, eligible] = cellsOf('0');
  expect(leader).toBe('none');
  expect([inSync, eligible].join()).toMatch(/\d/);
});

it('opens the menu of a partition from its row', async () => {
  renderInHighwater(<Describe />);
  const opener = screen.getByRole('button', { name: 'orders-1: menu' });
  expect(opener).toHaveAttribute('aria-haspopup', 'menu');
});

it('counts what was promised and what was kept', () => {
  renderInHighwater(<Promises />);
  const promises = screen.getByLabelText('Promises');
  expect(promises).toHaveTextContent('11 acknowledged · 11 safe · 0 lost');
});

it('is in the colour of failure wherever a promise is broken, also where nothing is lost', () => {
  renderInHighwater(<Promises />, writtenTwice());
  const promises = screen.getByLabelText('Promises');
  expect(promises).toHaveTextContent('0 lost1 promise broken: why?');
  expect(promises).toHaveAttribute('data-broken', 'true');
});

function cellsOf(partition: string): readonly string[] {
  const row = screen.getByRole('button', { name: `orders-${partition}: menu` }).closest('tr');
  if (!row) throw new Error(`There is no row for partition ${partition}.`);
  return within(row)
    .getAllByRole('cell')
    .map((cell) => cell.textContent);
}

function crashAllAndSettle(
  store: ReturnType<typeof renderInHighwater>,
  brokers: readonly number[],
) {
  for (const broker of brokers) {
    store.getState().act({ type: 'crashBroker', broker });
    for (let second = 0; second < 60 && store.getState().playing; second += 1) {
      store.getState().advance(1);
    }
  }
}
