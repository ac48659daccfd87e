import { expect, it } from 'vitest';
import { runningStore } from '../../test/runningStore';
import type { Subject } from '../share/subject';
import { looksIn } from './looksIn';

it.each<Subject>([
  { type: 'broker', broker: 99 },
  { type: 'replica', broker: 9, partition: 'orders-0' },
  { type: 'client', client: 'producer-9' },
  { type: 'partition', partition: 'none-0' },
  { type: 'record', partition: 'none-0', recordId: 0 },
  { type: 'record', partition: 'orders-0', recordId: 1e9 },
  { type: 'record', partition: 'orders-1', recordId: 1 },
  { type: 'message', flightId: 1e9 },
])('picks nothing where what was picked is not in the run, and says so: %j', (selected) => {
  expect(looksIn(recorded(), { partition: 'orders-0', selected, moment: 0 })).toEqual({
    partition: 'orders-0',
    selected: null,
    missing: [`The run does not have the ${selected.type} that was picked.`],
  });
});

it('shows the first partition where the run has not the one that was looked at', () => {
  expect(looksIn(recorded(), { partition: 'nosuch-7', selected: null, moment: 0 })).toEqual({
    partition: 'orders-0',
    selected: null,
    missing: ['The run has no partition nosuch-7.'],
  });
});

it.each<Subject | null>([
  null,
  { type: 'controller' },
  { type: 'broker', broker: 2 },
  { type: 'client', client: 'consumer-1' },
  { type: 'partition', partition: 'orders-1' },
  { type: 'replica', broker: 3, partition: 'orders-1' },
  { type: 'record', partition: 'orders-0', recordId: 1 },
  { type: 'message', flightId: 0 },
])('keeps what is in the run, also before it has come: %j', (selected) => {
  const looks = { partition: 'orders-1', selected } as const;
  expect(looksIn(recorded(), { ...looks, moment: 0 })).toEqual({ ...looks, missing: [] });
});

function recorded() {
  const store = runningStore();
  store.getState().stepForward();
  return store.getState().recording;
}
