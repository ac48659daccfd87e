import { cleanup, screen, within, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { rowOf } from '../../sim/table';
import type { World } from '../../sim/world';
import { openingWorld, renderPicture, withBroker, withDecision } from '../../../test/renderPicture';

describe('a broker', () => {
  it('that stopped in order says so, and not that it crashed', () => {
    renderPicture(
      withBroker(openingWorld(), 1, { lifecycle: 'NOT_RUNNING', cleanShutdownEpoch: 3 }),
    );
    const header = screen.getByRole('button', { name: 'Broker 1, stopped: menu' });
    expect(header).toHaveTextContent('stopped');
  });

  it('without power keeps its log in the picture', () => {
    renderPicture(withBroker(openingWorld(), 1, { lifecycle: 'NOT_RUNNING', machine: 'off' }));
    const box = screen.getByRole('region', { name: /^Broker 1, no power\. orders-0 / });
    expect(within(box).getAllByRole('listitem')).toHaveLength(3);
  });

  it('whose instance is gone is a name and nothing else', () => {
    renderPicture(withBroker(openingWorld(), 1, { lifecycle: 'NOT_RUNNING', machine: 'gone' }));
    const box = screen.getByRole('region', { name: /^Broker 1, instance gone\./ });
    expect(within(box).queryAllByRole('listitem')).toEqual([]);
    expect(within(box).getByRole('button')).toHaveTextContent('Broker 1instance gone');
  });

  it('that is paused says so, with a ring that runs down', async () => {
    const world = openingWorld();
    renderPicture(withBroker(world, 2, { pausedUntil: world.now + 15_000 }));
    const header = screen.getByRole('button', { name: 'Broker 2, paused: menu' });
    await waitFor(() =>
      expect(header.querySelectorAll('circle')[1]).toHaveStyle({ strokeDashoffset: '0.75' }),
    );
  });

  it('names a slow disk and a failed one, and the replicas that are on it', () => {
    const world = withBroker(openingWorld(), 2, {
      offlineDirectories: ['d1'],
      writeMsPerRecord: 1_000,
    });
    renderPicture(world);
    const name = 'Broker 2, online, d1 failed, slow disk 1 s a record: menu';
    expect(screen.getByRole('button', { name })).toHaveTextContent(
      'd1 failed · slow disk 1 s a record',
    );
    const onFailed = Object.values(world.brokers[2]?.replicas ?? {}).filter(
      (replica) => replica?.directory === 'd1',
    );
    expect(screen.getAllByText('disk failed')).toHaveLength(onFailed.length);
  });

  it('says with which nodes its links are cut', async () => {
    const world = openingWorld();
    const cutLinks = [
      { from: 'broker-1', to: 'controller' },
      { from: 'controller', to: 'broker-1' },
    ] as const;
    renderPicture({ ...world, network: { ...world.network, cutLinks } });
    expect(
      screen.getByRole('region', { name: /^Broker 1, .*links cut: .*controller/ }),
    ).toBeVisible();
    expect(screen.queryByRole('region', { name: /^Broker 2.*links cut/ })).toBeNull();
    const title = 'The link from broker 1 to the controller is cut, both ways';
    expect(await screen.findByTitle(title)).toBeInTheDocument();
  });

  it('that was just added has no replicas', () => {
    const world = openingWorld();
    const third = world.brokers[3];
    const brokers = { ...world.brokers, ...(third && { 4: { ...third, id: 4, replicas: {} } }) };
    renderPicture({ ...world, brokers });
    expect(screen.getByRole('region', { name: /^Broker 4, fenced/ })).toHaveTextContent(
      'no replicas',
    );
  });
});

describe('a replica', () => {
  it('that believes it leads is told apart from the leader', () => {
    const world = withDecision(openingWorld(), 'orders-0', { leader: 2, leaderEpoch: 5 });
    renderPicture(world, { width: 1500 });
    const row = screen.getByRole('button', { name: /^orders-0 believes it leads.* on broker 1$/ });
    expect(row.closest('li')).toHaveAttribute('data-leads', 'false');
    expect(screen.getByText(/^believes it leads, epoch \d+$/)).toBeInTheDocument();
  });

  it('says whether a reassignment brings it or takes it away', () => {
    renderPicture(withDecision(openingWorld(), 'orders-0', { adding: [3], removing: [1] }));
    expect(screen.getByText('removing · LEADER')).toBeInTheDocument();
    expect(screen.getByText(/^adding · follower · in sync$|^adding · in sync$/)).toBeVisible();
  });

  it('says what of it a loss of power would take', () => {
    const world = openingWorld();
    const replica = world.brokers[1]?.replicas['orders-0'];
    const replicas = {
      ...world.brokers[1]?.replicas,
      ...(replica && { 'orders-0': { ...replica, onDisk: { offset: 3, flushDueAt: 1 } } }),
    };
    renderPicture(withBroker(world, 1, { replicas }));
    expect(screen.getByTitle('1 record only in the page cache')).toHaveAccessibleName(
      /^orders-0 leader/,
    );
  });
});

describe('menus', () => {
  it('of a partition open from its name on the row of its leader, once', async () => {
    const opened = vi.fn<(name: string) => void>();
    const onPick = vi.fn<() => void>();
    renderPicture(openingWorld(), {
      onPick,
      renderPartitionMenu: (partition, trigger) => (
        <span onPointerDown={() => opened(partition)}>{trigger}</span>
      ),
    });
    await userEvent.click(screen.getByRole('button', { name: 'orders-1 on broker 2: menu' }));
    expect(opened).toHaveBeenCalledWith('orders-1');
    expect(onPick).not.toHaveBeenCalled();
  });

  it('of a client open from its name', () => {
    renderPicture(openingWorld());
    expect(screen.getByRole('button', { name: 'Producer: menu' })).toHaveTextContent('Producer');
    expect(screen.getByRole('button', { name: 'Consumer: menu' })).toBeInTheDocument();
  });
});

describe('several clients', () => {
  it('have numbers, buttons of their own and promises of their own', async () => {
    const onProduce = vi.fn<(producer: string) => void>();
    renderPicture(crowded(), { onProduce });
    await userEvent.click(screen.getByRole('button', { name: 'Produce of Producer 2' }));
    expect(onProduce).toHaveBeenCalledWith('producer-2');
    expect(screen.getByRole('region', { name: 'Producer 1' })).toHaveTextContent('11 acked');
    expect(screen.getByRole('region', { name: 'Producer 2' })).toHaveTextContent('0 acked');
    expect(screen.getAllByRole('region', { name: /^Consumer \d$/ })).toHaveLength(3);
  });

  it('say where they read and what they have stopped reading', () => {
    renderPicture(crowded());
    const near = screen.getByRole('region', { name: 'Consumer 2' });
    expect(within(near).getByTitle(/^reads 1 of \d from broker 3 · nearest$/)).toBeVisible();
    const failed = screen.getByRole('region', { name: 'Consumer 3' });
    expect(within(failed).getByTitle('orders-0 stopped: LogTruncationException')).toHaveTextContent(
      /stopped/,
    );
  });
});

/** Three producers and three consumers, one of which reads nearby and one no more. */
function crowded(): World {
  const world = openingWorld();
  const [producer, consumer] = [world.producers['producer-1'], world.consumers['consumer-1']];
  if (!producer || !consumer) throw new Error('The opening scene has a producer and a consumer.');
  const silent = { ...producer, acknowledged: [] };
  const near = { replica: 3, expiresAt: world.now };
  return {
    ...world,
    producers: {
      'producer-1': producer,
      'producer-2': { ...silent, id: 'producer-2' },
      'producer-3': { ...silent, id: 'producer-3' },
    },
    consumers: {
      'consumer-1': consumer,
      'consumer-2': { ...consumer, id: 'consumer-2', preferredReplicas: { 'orders-0': near } },
      'consumer-3': {
        ...consumer,
        id: 'consumer-3',
        failed: { 'orders-0': 'LogTruncationException' },
      },
    },
  };
}

describe('ways to a reason', () => {
  it('lead from a high watermark that stands below the log end', async () => {
    const onPick = vi.fn<() => void>();
    const world = openingWorld();
    const replica = rowOf(rowOf(world.brokers, 1).replicas, 'orders-0');
    const replicas = { 'orders-0': { ...replica, highWatermark: 2 } };
    renderPicture(withBroker(world, 1, { replicas }), { onPick });
    const flag = { name: 'Why does the high watermark of orders-0 on broker 1 stand still?' };
    await userEvent.click(screen.getByRole('button', flag));
    const subject = { type: 'replica', broker: 1, partition: 'orders-0' };
    expect(onPick).toHaveBeenCalledWith(subject, 'inspect');
  });

  it('lead from the numbers of a row that has no room for cells', async () => {
    const onPick = vi.fn<() => void>();
    const world = openingWorld();
    const replica = rowOf(rowOf(world.brokers, 1).replicas, 'orders-0');
    const replicas = { 'orders-0': { ...replica, highWatermark: 2 } };
    renderPicture(withBroker(world, 1, { replicas }), { onPick, width: 500, height: 160 });
    const flag = { name: 'Why does the high watermark of orders-0 on broker 1 stand still?' };
    await userEvent.click(screen.getByRole('button', flag));
    expect(onPick).toHaveBeenCalledOnce();
  });

  it('call no partition offline that is led, whoever else might lead it', () => {
    const eligible = { inSync: [1, 2], eligible: [3] };
    renderPicture(withDecision(openingWorld(), 'orders-0', eligible));
    expect(screen.queryByRole('button', { name: /offline/ })).not.toBeInTheDocument();
    cleanup();
    const unled = { ...eligible, leader: -1, inSync: [] };
    renderPicture(withDecision(openingWorld(), 'orders-0', unled));
    const offline = { name: 'Why is orders-0 offline? On broker 3' };
    expect(screen.getByRole('button', offline)).toBeInTheDocument();
  });

  it('are not there while everything is committed and led', () => {
    renderPicture(openingWorld());
    expect(screen.queryByRole('button', { name: /^Why/ })).not.toBeInTheDocument();
  });

  it('lead from a row without a leader, and from the controller', async () => {
    const onPick = vi.fn<() => void>();
    renderPicture(withBroker(openingWorld(), 3, { lifecycle: 'NOT_RUNNING' }), { onPick });
    const offline = { name: 'Why is orders-2 offline? On broker 3' };
    await userEvent.click(screen.getByRole('button', offline));
    expect(onPick).toHaveBeenCalledWith({ type: 'partition', partition: 'orders-2' }, 'inspect');
    await userEvent.click(screen.getByRole('button', { name: 'Controller: inspect' }));
    expect(onPick).toHaveBeenLastCalledWith({ type: 'controller' }, 'inspect');
  });

  it('a row is picked as the replica that it is', async () => {
    const onPick = vi.fn<() => void>();
    renderPicture(openingWorld(), { onPick });
    await userEvent.click(screen.getByRole('button', { name: /^orders-1 .* on broker 3$/ }));
    const subject = { type: 'replica', broker: 3, partition: 'orders-1' };
    expect(onPick).toHaveBeenCalledWith(subject);
  });
});
