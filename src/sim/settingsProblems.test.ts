import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from './config';
import type { Settings } from './config';
import { LIMITS } from './limits';
import { pageProblems, settingsProblems } from './settingsProblems';

function problems(fields: Partial<Settings>): readonly string[] {
  const found = settingsProblems({ ...DEFAULT_SETTINGS, ...fields });
  return found.map(({ field, error }) => `${field} ${error}`);
}

describe('settings are impossible', () => {
  it('in none of the defaults', () => {
    expect(problems({})).toEqual([]);
  });

  it('with more copies than brokers, or none', () => {
    const refused = ['replicationFactor INVALID_REPLICATION_FACTOR'];
    expect(problems({ replicationFactor: 4 })).toEqual(refused);
    expect(problems({ replicationFactor: 0 })).toEqual(refused);
  });

  it('with a number of brokers or partitions that is no count', () => {
    expect(problems({ brokers: 0 })).toEqual(['brokers INVALID_CONFIG']);
    expect(problems({ partitions: 1.5 })).toEqual(['partitions INVALID_PARTITIONS']);
    expect(problems({ minInsyncReplicas: 0 })).toEqual(['minInsyncReplicas INVALID_CONFIG']);
  });

  it('with a topic name that Kafka does not take', () => {
    expect(problems({ topic: '' })).toEqual(['topic INVALID_CONFIG']);
    expect(problems({ topic: 'a b' })).toEqual(['topic INVALID_CONFIG']);
  });

  it('with a latency that is no range of whole milliseconds', () => {
    const most = LIMITS.latencyMs;
    const refused = ['withinRackLatency INVALID_CONFIG'];
    expect(problems({ withinRackLatency: { minMs: 1, maxMs: most } })).toEqual([]);
    expect(problems({ withinRackLatency: { minMs: 1, maxMs: most + 1 } })).toEqual(refused);
    expect(problems({ withinRackLatency: { minMs: 0, maxMs: 2 } })).toEqual(refused);
    expect(problems({ withinRackLatency: { minMs: 3, maxMs: 2 } })).toEqual(refused);
    expect(problems({ withinRackLatency: { minMs: 1, maxMs: 1.5 } })).toEqual(refused);
  });

  it('without producers, consumers or disks', () => {
    expect(problems({ producers: 0 })).toEqual(['producers INVALID_CONFIG']);
    expect(problems({ consumers: 1.5 })).toEqual(['consumers INVALID_CONFIG']);
    expect(problems({ logDirectories: 0 })).toEqual(['logDirectories INVALID_CONFIG']);
  });

  it.each([
    'enableIdempotence',
    'uncleanLeaderElection',
    'eligibleLeaderReplicas',
    'autoOffsetReset',
    'isolationLevel',
    'replicaSelector',
  ])('with a value of %s that there is not', (field) => {
    expect(problems({ [field]: 'sometimes' })).toEqual([`${field} INVALID_CONFIG`]);
  });

  it('with a rack that has no name, or one that is too long', () => {
    expect(problems({ racks: { 1: '' } })).toEqual(['racks INVALID_CONFIG']);
    const clientRacks = { 'consumer-1': 'x'.repeat(41) };
    expect(problems({ clientRacks })).toEqual(['clientRacks INVALID_CONFIG']);
  });

  it('in several ways at once, and each is told', () => {
    expect(problems({ partitions: 0, topic: '!' })).toHaveLength(2);
  });

  it('never because the minimum is more than the factor, which Kafka lowers', () => {
    expect(problems({ minInsyncReplicas: 9 })).toEqual([]);
  });
});

describe('the page shows a cluster', () => {
  it('up to its limits, and no larger', () => {
    const { brokers, partitions, producers, consumers, logDirectories } = LIMITS;
    const sizes = { brokers, partitions, producers, consumers, logDirectories };
    const largest = { ...DEFAULT_SETTINGS, ...sizes };
    expect(pageProblems(largest)).toEqual([]);
    for (const [field, most] of Object.entries(sizes)) {
      const larger = { ...largest, [field]: most + 1 };
      expect(pageProblems(larger)).toMatchObject([{ field }]);
    }
  });
});
