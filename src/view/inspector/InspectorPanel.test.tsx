import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { Command } from '../../sim/command';
import { DEFAULT_SETTINGS } from '../../sim/config';
import { worldOf } from '../../store/selectors';
import type { Subject } from '../../share/subject';
import { renderInHighwater } from '../../../test/renderInHighwater';
import { InspectorPanel } from './InspectorPanel';

const person = userEvent.setup();

describe('the inspector', () => {
  it('offers what can be picked while nothing is, and a list of everything', async () => {
    const store = renderInHighwater(<InspectorPanel />);
    await person.click(screen.getByRole('button', { name: 'Broker 2' }));
    expect(store.getState().selected).toEqual({ type: 'broker', broker: 2 });
    const list = screen.getByRole('combobox', { name: 'Inspect' });
    expect(list).toHaveValue('Broker 2');
    await person.selectOptions(list, 'orders-1 on broker 3');
    expect(store.getState().selected).toEqual({
      type: 'replica',
      broker: 3,
      partition: 'orders-1',
    });
  });

  it('marks where a zombie believes something else than the controller decided', () => {
    const store = show({ type: 'replica', broker: 1, partition: 'orders-0' });
    run(store, cut('controller'), (world) => world.controller.image.brokers[1]?.fenced === true);
    const beliefs = within(screen.getByRole('region', { name: 'Beliefs' }));
    expect(
      beliefs.getByRole('row', { name: 'leader itself, broker 1 broker 2' }),
    ).toBeInTheDocument();
    expect(
      beliefs.getByRole('row', { name: /≠ differs\. Broker 1 still takes itself/ }),
    ).toBeInTheDocument();
    const why = within(screen.getByRole('region', { name: 'Why?' }));
    expect(why.getByText(/Broker 1 does not know yet that broker 2 leads/)).toBeInTheDocument();
  });

  it('shows who holds a high watermark back, and the timer that will end it', () => {
    const store = show({ type: 'replica', broker: 1, partition: 'orders-0' });
    act(() => {
      store.getState().act({ type: 'crashBroker', broker: 3 });
    });
    run(
      store,
      { type: 'produce', producer: 'producer-1', partition: 'orders-0', key: null, value: 'x' },
      ({ brokers }) => brokers[2]?.replicas['orders-0']?.log.records.length === 5,
    );
    act(() => store.getState().advance(2));
    expect(screen.getByText(/Broker 3 holds it back by 1/)).toHaveTextContent('It is down.');
    const followers = within(
      screen.getByRole('region', { name: 'What it knows of its followers' }),
    );
    expect(
      followers.getByRole('row', { name: /^3 4 1 ⚑ holds it back in sync$/ }),
    ).toBeInTheDocument();
    expect(screen.getByText(/lag of broker 3/)).toBeInTheDocument();
  });

  it('shows the in-sync proposal that the controller has not answered yet', () => {
    const store = show({ type: 'replica', broker: 1, partition: 'orders-0' });
    run(store, { type: 'crashBroker', broker: 3 }, ({ controller }) =>
      Boolean(controller.image.brokers[3]?.fenced),
    );
    expect(screen.queryByRole('region', { name: 'In-sync proposal' })).not.toBeInTheDocument();
    run(store, { type: 'startBroker', broker: 3 }, ({ brokers }) =>
      Boolean(brokers[1]?.alterPartition.inFlight),
    );
    const proposal = screen.getByRole('region', { name: 'In-sync proposal' });
    expect(proposal).toHaveTextContent(
      /\[1, 2\] → \[1, 2, 3\], made at partition epoch 1, sent at/,
    );
    expect(screen.getByText('answer to its in-sync proposal')).toBeInTheDocument();
    expect(screen.getByRole('row', { name: /^3 4 0 proposed to join$/ })).toBeInTheDocument();
  });

  it('shows the leader epoch cache and where it stands in its log', () => {
    show({ type: 'replica', broker: 2, partition: 'orders-0' });
    const cache = within(screen.getByRole('region', { name: 'Leader epoch cache' }));
    expect(cache.getByRole('row', { name: '0 0' })).toBeInTheDocument();
    const log = within(screen.getByRole('region', { name: 'Its log' }));
    expect(log.getByRole('row', { name: 'log end 4' })).toBeInTheDocument();
  });

  it('shows the sessions at the controller, which run out by the cluster’s clock', () => {
    const store = show({ type: 'controller' });
    const session = screen.getByText('session of broker 1').closest('li');
    const before = session?.textContent;
    expect(before).toMatch(/ s of 9\.0 s$/);
    run(
      store,
      { type: 'crashBroker', broker: 1 },
      (world) => world.now - (world.controller.lastContactAt[1] ?? 0) > 6_000,
    );
    const after = screen.getByText('session of broker 1').closest('li');
    expect(after).toHaveTextContent(/^session of broker 1[0-2]\.\d s of 9\.0 s$/);
    expect(screen.getByRole('row', { name: 'broker 1 unfenced NOT_RUNNING' })).toBeInTheDocument();
  });

  it('shows what a producer has under way, and the inequality of its last refused write', () => {
    const store = show({ type: 'client', client: 'producer-1' });
    act(() => {
      store.getState().act({ type: 'crashBroker', broker: 2 });
    });
    run(
      store,
      { type: 'crashBroker', broker: 3 },
      ({ controller }) => controller.image.partitions['orders-0']?.inSync.length === 1,
    );
    act(() => {
      const produce = { type: 'produce', producer: 'producer-1', key: null, value: 'x' } as const;
      store.getState().act({ ...produce, partition: 'orders-0' });
      store.getState().advance(8);
    });
    expect(screen.getByText('1 in sync < 2 min.insync.replicas')).toBeInTheDocument();
    const batches = within(screen.getByRole('region', { name: 'Batches under way' }));
    expect(batches.getByRole('row', { name: /^x orders-0 / })).toBeVisible();
    expect(screen.getByText('orders-0: delivery.timeout.ms')).toBeInTheDocument();
  });

  it('shows where a consumer reads and what it has committed', () => {
    show({ type: 'client', client: 'consumer-1' });
    const positions = within(screen.getByRole('region', { name: 'Positions' }));
    expect(positions.getByRole('row', { name: /^orders-0 4 (—|\d) broker 1$/ })).toBeVisible();
  });

  it('shows the lease of a consumer’s read replica as it runs out', () => {
    const store = renderInHighwater(<InspectorPanel />);
    const racks = { 1: 'a', 2: 'b', 3: 'c' };
    const clientRacks = { 'consumer-1': 'b' };
    const settings = { ...DEFAULT_SETTINGS, racks, clientRacks };
    act(() => {
      store.getState().newCluster({ ...settings, replicaSelector: 'rackAware' });
      store.getState().select({ type: 'client', client: 'consumer-1' });
    });
    expect(screen.getByRole('row', { name: /^orders-0 4 .* broker 2, a follower$/ })).toBeVisible();
    const lease = screen.getByText('orders-0: lease of its read replica').closest('li');
    expect(lease).toHaveTextContent(/2\d\d\.\d s of 300\.0 s$/);
  });

  it('leads from a partition to its replicas, and from a message to its own panel', async () => {
    const store = show({ type: 'partition', partition: 'orders-2' });
    await person.click(screen.getByRole('button', { name: 'orders-2 on broker 3' }));
    expect(store.getState().selected).toMatchObject({ type: 'replica', broker: 3 });
    act(() => store.getState().select({ type: 'message', flightId: 1 }));
    await person.click(screen.getByRole('button', { name: 'A message: see Wire' }));
    expect(store.getState().panel).toBe('wire');
  });

  it('says so when what was picked is not there at the moment shown', () => {
    show({ type: 'broker', broker: 7 });
    expect(screen.getByText('Broker 7 is not there at this moment.')).toBeInTheDocument();
  });
});

type Store = ReturnType<typeof renderInHighwater>;

function show(subject: Subject): Store {
  const store = renderInHighwater(<InspectorPanel />);
  act(() => store.getState().select(subject));
  return store;
}

function cut(to: 'controller'): Command {
  return { type: 'cutLink', from: 'broker-1', to, bothWays: true };
}

/** Does something and plays on until the cluster is as asked for. */
function run(
  store: Store,
  command: Command | null,
  isDone: (world: ReturnType<typeof worldOf>) => boolean,
): void {
  act(() => {
    if (command) store.getState().act(command);
    for (let steps = 0; !isDone(worldOf(store.getState())); steps += 1) {
      if (steps > 3_000) throw new Error('It does not come to that.');
      store.getState().advance(0.05);
    }
  });
}
