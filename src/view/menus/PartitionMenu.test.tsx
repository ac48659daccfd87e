import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../sim/config';
import type { PartitionId } from '../../sim/ids';
import { worldOf } from '../../store/selectors';
import { scenarioFor } from '../../timeline/openingScenario';
import { renderInHighwater } from '../../../test/renderInHighwater';
import { runningStore } from '../../../test/runningStore';
import { PartitionMenu } from './PartitionMenu';

const person = userEvent.setup();
const fourBrokers = scenarioFor({ ...DEFAULT_SETTINGS, brokers: 4, replicationFactor: 2 }, 1);

it('produces to the partition that it is about', async () => {
  const store = show('orders-2');
  await person.click(entry(/^Produce here/));
  store.getState().stepForward();
  const { batches } = worldOf(store.getState()).producers['producer-1'] ?? {};
  expect(batches?.map(({ partition }) => partition)).toEqual(['orders-2']);
});

it('says why an election would change nothing', () => {
  show();
  const preferred = entry(/^Elect the preferred leader/);
  expect(preferred).toHaveAttribute('aria-disabled', 'true');
  expect(preferred).toHaveTextContent(/leads already\.$/);
});

it('reassigns to brokers in the order in which they are ticked', async () => {
  const store = show('orders-0', runningStore(fourBrokers));
  await person.click(entry(/^Reassign/));
  expect(apply()).toHaveAttribute('aria-disabled', 'true');
  expect(apply()).toHaveAccessibleDescription(/\S+/);
  for (const broker of [1, 2, 4, 3]) await person.click(tick(broker));
  const dialog = screen.getByRole('dialog', { name: 'Reassign orders-0' });
  expect(dialog).toHaveTextContent('Replicas1,2 → 4,3');
  expect(dialog).toHaveTextContent('AddingReplicas3,4');
  expect(dialog).toHaveTextContent('RemovingReplicas1,2');
  await person.click(apply());
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  act(() => store.getState().stepForward());
  const partition = worldOf(store.getState()).controller.image.partitions['orders-0'];
  expect(partition).toMatchObject({ adding: [3, 4], removing: [1, 2] });
});

it('fills in one replica more or less', async () => {
  show('orders-0', runningStore(fourBrokers));
  await person.click(entry(/^Raise the replication factor/));
  expect(screen.getByRole('dialog')).toHaveTextContent('Replicas1,2 → 1,2,3');
  await person.click(screen.getByRole('button', { name: 'Leave it' }));
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
});

it('says of a refused assignment what Kafka calls it', async () => {
  show('orders-0', runningStore(fourBrokers));
  await person.click(entry(/^Reassign/));
  for (const broker of [1, 2]) await person.click(tick(broker));
  expect(apply()).toHaveAttribute('aria-disabled', 'true');
  await person.click(apply());
  expect(screen.getByRole('dialog')).toBeInTheDocument();
});

function show(partition: PartitionId = 'orders-0', store = runningStore()) {
  const trigger = <button type="button">{partition}</button>;
  return renderInHighwater(<PartitionMenu partition={partition} trigger={trigger} byKey />, store);
}

function entry(name: RegExp) {
  return screen.getByRole('menuitem', { name });
}

function tick(broker: number) {
  return screen.getByRole('checkbox', { name: new RegExp(`^Broker ${broker}`) });
}

function apply() {
  return screen.getByRole('button', { name: 'Reassign' });
}
