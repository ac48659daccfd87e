import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../config';
import { createWorld } from '../createWorld';
import { openDraft } from '../draft';
import { rowOf, withRow } from '../table';
import { allowedElection, changePartition, effectiveMinInSyncOf } from './partitions';
import { isActive, newPartition } from './partitions';
import type { BrokerRegistration, MetadataImage } from './state';

const world = createWorld(DEFAULT_SETTINGS, 1);
const { image } = world.controller;

function imageWith(config: Partial<MetadataImage['topics'][string]>): MetadataImage {
  const topics = { orders: { ...rowOf(image.topics, 'orders'), ...config } };
  return { ...image, topics };
}

function activity(fields: Partial<BrokerRegistration>): boolean {
  const changed = { ...rowOf(image.brokers, 3), ...fields };
  return isActive({ ...image, brokers: withRow(image.brokers, 3, changed) }, 3);
}

describe('a broker may lead and join', () => {
  it('when it is neither fenced nor shutting down', () => {
    expect(activity({})).toBe(true);
    expect(activity({ fenced: true })).toBe(false);
    expect(activity({ inControlledShutdown: true })).toBe(false);
  });

  it('only when it is registered at all', () => {
    expect(isActive(image, 9)).toBe(false);
  });
});

describe('the configuration of a topic', () => {
  it('allows an unclean election only where it is switched on', () => {
    expect(allowedElection(image, 'orders-0')).toBe('ONLINE');
    expect(allowedElection(imageWith({ uncleanLeaderElection: true }), 'orders-0')).toBe('UNCLEAN');
  });

  it('asks for no more in-sync replicas than there are', () => {
    expect(effectiveMinInSyncOf(image, 'orders-0')).toBe(2);
    expect(effectiveMinInSyncOf(imageWith({ minInsyncReplicas: 5 }), 'orders-0')).toBe(3);
  });
});

describe('a new partition', () => {
  it('has its active replicas in sync, and the first of them leads in epoch 0', () => {
    const made = newPartition([2, 3, 1], (broker) => broker !== 2);
    expect(made).toMatchObject({ replicas: [2, 3, 1], inSync: [3, 1], leader: 3 });
    expect(made).toMatchObject({ leaderEpoch: 0, partitionEpoch: 0, recovery: 'RECOVERED' });
  });
});

describe('a change that is written', () => {
  it('is one record more in the metadata log', () => {
    const { controller: turn } = openDraft(world, 100);
    const after = changePartition(turn, 'orders-0', { targetInSync: [1, 2] });
    expect(after).toMatchObject({ inSync: [1, 2], leader: 1, leaderEpoch: 0, partitionEpoch: 1 });
    expect(turn.controller.image.offset).toBe(image.offset + 1);
    expect(turn.wire.events.map(({ type }) => type)).toEqual(['inSyncReplicasChanged']);
  });

  it('writes and tells nothing when nothing changes', () => {
    const { controller: turn } = openDraft(world, 100);
    changePartition(turn, 'orders-0', { targetInSync: [1, 2, 3] });
    expect(turn.controller.image).toBe(image);
    expect(turn.wire.events).toEqual([]);
  });
});
