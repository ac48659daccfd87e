import { expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../sim/config';
import { createWorld } from '../../sim/createWorld';
import { clientsOf, draftOf, settingsFrom } from './settingsDraft';

const world = createWorld(DEFAULT_SETTINGS, 1);

it('gives back the settings that it was filled from', () => {
  const settings = {
    ...DEFAULT_SETTINGS,
    racks: { 1: 'a', 2: 'b' },
    clientRacks: { 'producer-1': 'a' },
  } as const;
  expect(settingsFrom(draftOf(settings), world)).toEqual(settings);
});

it('forgets racks of brokers that the new cluster does not have', () => {
  const draft = { ...draftOf(DEFAULT_SETTINGS), brokers: '2', racks: ['a', ' b ', 'c'] };
  expect(settingsFrom(draft, world).racks).toEqual({ 1: 'a', 2: 'b' });
});

it('turns what is no number into one that no cluster accepts', () => {
  const draft = { ...draftOf(DEFAULT_SETTINGS), replicationFactor: 'many', partitions: ' ' };
  expect(settingsFrom(draft, world).replicationFactor).toBeNaN();
  expect(settingsFrom(draft, world).partitions).toBeNaN();
});

it('gives racks to the clients that the new cluster has', () => {
  const clientRacks = ['a', 'b', '', 'c', 'd', ''];
  const draft = { ...draftOf(DEFAULT_SETTINGS), producers: '2', clientRacks };
  expect(clientsOf(draft)).toEqual(['producer-1', 'producer-2', 'consumer-1']);
  const racks = { 'producer-1': 'a', 'producer-2': 'b', 'consumer-1': 'c' };
  expect(settingsFrom(draft, world).clientRacks).toEqual(racks);
});
