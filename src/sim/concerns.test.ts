import { expect, it } from 'vitest';
import { rareEvents } from '../../test/eventSamples';
import { concernsBroker, concernsPartition, kindOf } from './concerns';
import type { Event } from './event';

const partition = 'orders-0';
const appended: Event = {
  type: 'recordsAppended',
  broker: 1,
  partition,
  leaderEpoch: 0,
  baseOffset: 4,
  lastOffset: 4,
  recordIds: [5],
  values: ['e'],
};
const shrunk: Event = {
  type: 'inSyncReplicasChanged',
  partition,
  from: [1, 2, 3],
  to: [1, 2],
  effectiveMinInSync: 2,
  leader: 1,
  leaderEpoch: 0,
  partitionEpoch: 3,
};

it('puts every event into one of six groups', () => {
  const kinds = new Set([appended, shrunk, ...rareEvents].map(kindOf));
  expect([...kinds].toSorted()).toEqual([
    'consumers',
    'failures',
    'leadership',
    'network',
    'records',
    'settings',
  ]);
});

it('says which partition an event is about, where it is about one or several', () => {
  expect(concernsPartition(appended, partition)).toBe(true);
  expect(concernsPartition(appended, 'orders-1')).toBe(false);
  expect(concernsPartition(fetchFailed(), partition)).toBe(true);
  expect(concernsPartition(topicChange(), partition)).toBe(true);
  expect(concernsPartition(topicChange(), 'payments-0')).toBe(false);
});

it('names whom a change of the in-sync set is about: the leader, and who left', () => {
  const concerned = [1, 2, 3].filter((broker) => concernsBroker(shrunk, broker));
  expect(concerned).toEqual([1, 3]);
});

it('names both ends of what is copied or cut, and nobody where a producer acts alone', () => {
  expect([1, 2, 3].filter((broker) => concernsBroker(fetchFailed(), broker))).toEqual([1, 3]);
  const cut: Event = { type: 'linkCut', from: 'broker-2', to: 'controller', bothWays: true };
  expect([1, 2, 3].filter((broker) => concernsBroker(cut, broker))).toEqual([2]);
  const load: Event = { type: 'loadStarted', producer: 'producer-1', recordsPerSecond: 2 };
  expect([1, 2, 3].some((broker) => concernsBroker(load, broker))).toBe(false);
});

function fetchFailed(): Event {
  const error = 'FENCED_LEADER_EPOCH';
  return { type: 'fetchFailed', broker: 3, leader: 1, partitions: [partition], error };
}

function topicChange(): Event {
  return { type: 'uncleanLeaderElectionChanged', topic: 'orders', to: true };
}
