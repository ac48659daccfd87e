import { expect, it } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../sim/config';
import { isSettled } from '../sim/settled';
import { rowsOf } from '../sim/table';
import type { World } from '../sim/world';
import { openingScenario, scenarioFor, settledAfter } from './openingScenario';
import { record } from './recorder';
import { frame, isAtRest } from './recording';

it('opens on a cluster that holds 4, 4 and 3 records on every replica, and rests', () => {
  const recording = record(openingScenario());
  const { world } = frame(recording, 0);
  expect(isAtRest(recording)).toBe(true);
  expect(isSettled(world)).toBe(true);
  expect(valuesIn(world)).toEqual({
    'orders-0': ['adgj', 'adgj', 'adgj'],
    'orders-1': ['behk', 'behk', 'behk'],
    'orders-2': ['cfi', 'cfi', 'cfi'],
  });
});

it('opens the same for everybody', () => {
  expect(openingScenario()).toEqual(openingScenario());
  const again = record(openingScenario());
  expect(frame(again, 0)).toEqual(frame(record(openingScenario()), 0));
});

it.each<[string, Partial<Settings>]>([
  ['one broker', { brokers: 1, replicationFactor: 1, minInsyncReplicas: 1 }],
  ['nine brokers and twelve partitions', { brokers: 9, partitions: 12 }],
  ['regions far apart', { racks: { 1: 'a', 2: 'b', 3: 'c' }, clientRacks: { 'producer-1': 'c' } }],
  ['acks of none', { acks: 0 }],
  ['a minimum that can never be met', { minInsyncReplicas: 4 }],
])('brings a cluster of %s to rest', (_, settings) => {
  const scenario = scenarioFor({ ...DEFAULT_SETTINGS, ...settings }, 7);
  expect(settledAfter(scenario)).toBe(scenario.startsAt);
  const recording = record(scenario);
  expect(frame(recording, 0).world.now).toBe(scenario.startsAt);
  expect(isAtRest(recording)).toBe(true);
});

it('writes no value twice, however many partitions there are', () => {
  const { commands } = scenarioFor({ ...DEFAULT_SETTINGS, partitions: 12 }, 7);
  const values = commands.map(({ command }) => command.type === 'produce' && command.value);
  expect(commands).toHaveLength(44);
  expect(new Set(values).size).toBe(44);
});

/** Values of each partition's records, one word for each replica. */
function valuesIn({ brokers }: World) {
  const words: Record<string, string[]> = {};
  for (const { replicas } of rowsOf(brokers)) {
    for (const { partition, log } of rowsOf(replicas)) {
      (words[partition] ??= []).push(log.records.map(({ value }) => value).join(''));
    }
  }
  return words;
}
