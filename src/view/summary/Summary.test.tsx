import { act, screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderInHighwater } from '../../../test/renderInHighwater';
import { worldOf } from '../../store/selectors';
import { Summary } from './Summary';

it('tells of brokers, partitions and clients', () => {
  renderInHighwater(<Summary />);
  expect(lines('Brokers')).toEqual(['Broker 1: online', 'Broker 2: online', 'Broker 3: online']);
  expect(lines('Partitions')[0]).toBe(
    'orders-0: leader broker 1; leader epoch 0; in sync 1, 2, 3; high watermark 4; ' +
      'log end of broker 1 at 4, of broker 2 at 4, of broker 3 at 4',
  );
  expect(lines('Clients')).toEqual([
    'Producer 1: acks=all; 11 acknowledged, 11 safe, 0 lost',
    'Consumer 1, group billing: orders-0 at 4, orders-1 at 4, orders-2 at 3',
  ]);
});

it('stays true at every moment that is stepped to', () => {
  const store = renderInHighwater(<Summary />);
  const leaders = new Set<string>();
  act(() => {
    void store.getState().act({ type: 'crashBroker', broker: 1 });
    store.getState().pause();
  });
  for (let step = 0; step < 12; step += 1) {
    act(() => store.getState().stepForward());
    const { image } = worldOf(store.getState()).controller;
    const decided = image.partitions['orders-0'];
    const [said = ''] = lines('Partitions');
    expect(said).toContain(
      `leader broker ${decided?.leader}; leader epoch ${decided?.leaderEpoch}`,
    );
    expect(said).toContain(`in sync ${decided?.inSync.join(', ')};`);
    expect(lines('Brokers')[0]).toMatch(/^Broker 1: crashed/);
    leaders.add(said);
  }
  expect(leaders.size).toBeGreaterThan(1);
  act(() => store.getState().toStart());
  expect(lines('Brokers')[0]).toBe('Broker 1: online');
});

it('keeps up while the story plays, whenever something is told', () => {
  const store = renderInHighwater(<Summary />);
  act(() => void store.getState().act({ type: 'crashBroker', broker: 1 }));
  while (store.getState().playing && !lines('Partitions')[0]?.includes('leader broker 2'))
    act(() => store.getState().advance(0.1));
  expect(store.getState().playing).toBe(true);
});

it('names the messages that are under way', () => {
  const store = renderInHighwater(<Summary />);
  act(() => {
    void store.getState().act({
      type: 'produce',
      producer: 'producer-1',
      partition: 'orders-0',
      key: null,
      value: 'x',
    });
    store.getState().advance(0.2);
    store.getState().pause();
  });
  expect(lines('Messages under way')).toContain('ProduceRequest from producer 1 to broker 1');
});

function lines(title: string): readonly string[] {
  const part = screen.getByRole('heading', { name: title }).parentElement;
  if (!part) return [];
  return within(part)
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent ?? '');
}
