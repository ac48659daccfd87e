import { expect, it } from 'vitest';
import type { Event } from '../../../sim/event';
import type { PartitionId } from '../../../sim/ids';
import { runningStore } from '../../../../test/runningStore';
import { worldOf } from '../../../store/selectors';
import { brokerEffects } from './brokerEffects';
import { type Happened, replicaEffects } from './happenings';

const broker = worldOf(runningStore().getState()).brokers[1];

it('tells of each replica what all recent events tell of it', () => {
  const events = [grown('orders-0', 3), grown('orders-1', 4), grown('orders-0', 5)];
  expect(Object.keys(effectsOf(events))).toEqual(['orders-0', 'orders-1']);
  for (const id of ['orders-0', 'orders-1'] as const)
    expect(effectsOf(events)[id]).toBe(replicaEffects(events, 1, id));
});

it('tells of a directory what became of every replica in it', () => {
  const failed: Event = {
    type: 'logDirectoryFailed',
    broker: 1,
    directory: 'd',
    partitions: ['orders-0', 'orders-2'],
    left: 1,
  };
  const effects = effectsOf([grown('orders-1', 1), { event: failed, story: 2 }]);
  expect(effects['orders-0']?.roleChangedAt).toBe(2);
  expect(effects['orders-1']?.roleChangedAt).toBeNull();
  expect(effects['orders-2']?.roleChangedAt).toBe(2);
});

function effectsOf(events: readonly Happened[]) {
  if (!broker) throw new Error('There is no broker 1.');
  return brokerEffects(events, broker);
}

function grown(partition: PartitionId, story: number): Happened {
  return {
    story,
    event: { type: 'highWatermarkAdvanced', broker: 1, partition, from: 1, to: 2, inSync: [1] },
  };
}
