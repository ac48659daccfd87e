import { describe, expect, it } from 'vitest';
import { settingsAdvice } from './advice';
import { DEFAULT_SETTINGS, type Settings } from './config';

describe('advice is given', () => {
  it('on nothing in the defaults', () => {
    expect(fields({})).toEqual([]);
  });

  it('when one broker out of sync would stop all writes', () => {
    expect(fields({ minInsyncReplicas: 3 })).toEqual(['minInsyncReplicas']);
    expect(scenes({ minInsyncReplicas: 3 })).toEqual(['factorIsMinimum']);
    expect(scenes({ replicationFactor: 1, minInsyncReplicas: 1 })).toEqual([]);
  });

  it('when the minimum is more than there are copies', () => {
    const [first] = settingsAdvice({ ...DEFAULT_SETTINGS, minInsyncReplicas: 4 });
    expect(first?.because).toContain('Kafka accepts this and uses 3');
  });

  it('when the minimum does not protect what acks does not ask for', () => {
    expect(scenes({ acks: 1 })).toEqual(['acksIgnoreMinimum']);
    expect(scenes({ acks: 1, minInsyncReplicas: 1 })).toEqual([]);
    expect(fields({ acks: 0, enableIdempotence: false, minInsyncReplicas: 1 })).toEqual(['acks']);
  });

  it('when there are too few copies', () => {
    expect(fields({ replicationFactor: 1, minInsyncReplicas: 1 })).toEqual(['replicationFactor']);
    expect(scenes({ replicationFactor: 2, minInsyncReplicas: 1 })).toEqual(['factorTwo']);
    expect(scenes({ replicationFactor: 2 })).toEqual(['factorIsMinimum', 'factorTwo']);
  });

  it('when all replicas of a partition are in one rack', () => {
    const racks = { 1: 'a', 2: 'a', 3: 'a' };
    expect(scenes({ racks })).toEqual(['oneRack']);
    expect(scenes({ racks, brokers: 4 })).toEqual([]);
    expect(scenes({ racks: { ...racks, 3: 'b' } })).toEqual([]);
    expect(scenes({ racks, replicationFactor: 1, minInsyncReplicas: 1 })).toEqual([]);
    const spread = ['a', 'b', 'a'];
    expect(settingsAdvice(DEFAULT_SETTINGS, [spread, ['b', 'b', 'b']])).toHaveLength(1);
    expect(settingsAdvice(DEFAULT_SETTINGS, [spread])).toEqual([]);
  });

  it('when a replica may lead that lacks what was acknowledged', () => {
    expect(scenes({ uncleanLeaderElection: true })).toEqual(['uncleanElection']);
  });

  it('on clients that ask for idempotence and cannot have it, or do without', () => {
    expect(fields({ acks: 1 })).toEqual(['acks', 'enableIdempotence']);
    expect(fields({ enableIdempotence: false })).toEqual(['enableIdempotence']);
  });

  it('on clients that could read nearby and have no rack', () => {
    const racks = { 1: 'a' };
    expect(fields({ replicaSelector: 'rackAware', racks })).toEqual(['replicaSelector']);
    const clientRacks = { 'consumer-1': 'a' };
    expect(fields({ replicaSelector: 'rackAware', racks, clientRacks })).toEqual([]);
  });

  it('on nothing that is not typed to its end', () => {
    expect(fields({ replicationFactor: Number.NaN, brokers: Number.NaN })).toEqual([]);
  });
});

function fields(changes: Partial<Settings>): readonly string[] {
  return settingsAdvice({ ...DEFAULT_SETTINGS, ...changes }).map(({ field }) => field);
}

function scenes(changes: Partial<Settings>): readonly string[] {
  const advice = settingsAdvice({ ...DEFAULT_SETTINGS, ...changes });
  return advice.flatMap(({ scene }) => scene ?? []);
}
