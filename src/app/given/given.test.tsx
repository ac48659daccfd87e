import { expect, it } from 'vitest';
import { runningStore } from '../../../test/runningStore';
import { parametersIn } from '../../share/parameters';
import { scenarioOf } from '../../timeline/recording';
import { applyParameters } from './given';

it.each([
  ['brokers:40', 'The page shows at most 9 brokers.'],
  ['brokers:10', 'The page shows at most 9 brokers.'],
  ['partitions:13', 'The page shows at most 12 partitions.'],
  ['producers:4', 'The page shows at most 3 producers.'],
  ['consumers:9', 'The page shows at most 3 consumers.'],
  ['brokers:2', '3 copies need 3 brokers; there are 2.'],
])('keeps the opening cluster and says why for settings=%s', (settings, because) => {
  const store = runningStore();
  const { recording } = store.getState();
  applyParameters(store, parametersIn(`?settings=${settings}`).parameters);
  expect(store.getState().notes).toEqual([
    expect.stringContaining(`The settings are left as they were: ${because}`),
  ]);
  expect(store.getState().recording).toBe(recording);
});

it('begins with the largest cluster that the page shows', () => {
  const store = runningStore();
  const largest = 'brokers:9,partitions:12,producers:3,consumers:3';
  applyParameters(store, parametersIn(`?settings=${largest}`).parameters);
  expect(store.getState().notes).toEqual([]);
  expect(scenarioOf(store.getState().recording).settings).toMatchObject({
    brokers: 9,
    partitions: 12,
    producers: 3,
    consumers: 3,
  });
});
