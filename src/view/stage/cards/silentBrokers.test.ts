import { expect, it } from 'vitest';
import type { BrokerRegistration } from '../../../sim/controller/state';
import { silentBrokers } from './silentBrokers';

const IMAGE = {
  offset: 7,
  partitions: {},
  brokers: { 1: registered(1, false), 2: registered(2, false), 3: registered(3, true) },
  topics: {},
  eligibleLeaderReplicas: true,
};

it('waits for a heartbeat that is overdue, until the session runs out', () => {
  const lastContactAt = { 1: 1_000, 2: 3_500 };
  expect(silentBrokers({ image: IMAGE, lastContactAt }, 4_000)).toEqual([
    { broker: 1, lastContactAt: 1_000, sessionEndsAt: 10_000 },
  ]);
});

it('says nothing of brokers that are on time or fenced already', () => {
  const lastContactAt = { 1: 3_000, 3: 0 };
  expect(silentBrokers({ image: IMAGE, lastContactAt }, 4_000)).toEqual([]);
});

function registered(id: number, fenced: boolean): BrokerRegistration {
  return {
    id,
    rack: null,
    incarnation: 1,
    brokerEpoch: 1,
    fenced,
    inControlledShutdown: false,
    logDirectories: ['d1'],
    offlineDirectories: [],
  };
}
