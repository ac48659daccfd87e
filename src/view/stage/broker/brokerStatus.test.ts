import { expect, it } from 'vitest';
import type { BrokerRegistration } from '../../../sim/controller/state';
import { brokerStatus } from './brokerStatus';

const REGISTERED: BrokerRegistration = {
  id: 1,
  rack: null,
  incarnation: 1,
  brokerEpoch: 1,
  offlineDirectories: [],
  fenced: false,
  inControlledShutdown: false,
};

it('is online only when its process runs and the controller lets it serve', () => {
  expect(brokerStatus({ lifecycle: 'RUNNING' }, REGISTERED)).toBe('online');
  expect(brokerStatus({ lifecycle: 'RUNNING' }, { ...REGISTERED, fenced: true })).toBe('fenced');
  expect(brokerStatus({ lifecycle: 'RUNNING' }, undefined)).toBe('fenced');
});

it('is crashed at once, whatever the controller still believes', () => {
  expect(brokerStatus({ lifecycle: 'NOT_RUNNING' }, REGISTERED)).toBe('crashed');
});

it('is starting until it may serve', () => {
  expect(brokerStatus({ lifecycle: 'STARTING' }, undefined)).toBe('starting');
  expect(brokerStatus({ lifecycle: 'RECOVERY' }, REGISTERED)).toBe('recovering');
});
