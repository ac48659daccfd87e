import { expect, it } from 'vitest';
import type { BrokerRegistration } from '../../../sim/controller/state';
import { openingWorld } from '../../../../test/renderPicture';
import { brokerStatus, isDown } from './brokerStatus';

const REGISTERED: BrokerRegistration = {
  id: 1,
  rack: null,
  incarnation: 1,
  brokerEpoch: 1,
  logDirectories: ['d1'],
  offlineDirectories: [],
  fenced: false,
  inControlledShutdown: false,
};
const RUNS = {
  lifecycle: 'RUNNING',
  machine: 'on',
  pausedUntil: null,
  cleanShutdownEpoch: -1,
  replicas: openingWorld().brokers[1]?.replicas ?? {},
} as const;
const NOTHING = {};
const DOWN = { ...RUNS, lifecycle: 'NOT_RUNNING' } as const;

it('is online only when its process runs and the controller lets it serve', () => {
  expect(brokerStatus(RUNS, REGISTERED)).toBe('online');
  expect(brokerStatus(RUNS, { ...REGISTERED, fenced: true })).toBe('fenced');
  expect(brokerStatus(RUNS, undefined)).toBe('fenced');
});

it('is crashed at once, whatever the controller still believes', () => {
  expect(brokerStatus(DOWN, REGISTERED)).toBe('crashed');
});

it('is stopped rather than crashed when it has left the marker of a clean shutdown', () => {
  expect(brokerStatus({ ...DOWN, cleanShutdownEpoch: 7 }, REGISTERED)).toBe('stopped');
});

it('with new disks no longer tells how it went down', () => {
  expect(brokerStatus({ ...DOWN, replicas: NOTHING }, REGISTERED)).toBe('new disks');
});

it('without power, or without a machine, says so whatever was before', () => {
  expect(brokerStatus({ ...DOWN, machine: 'off' }, REGISTERED)).toBe('no power');
  expect(brokerStatus({ ...DOWN, machine: 'gone', cleanShutdownEpoch: 7 }, undefined)).toBe(
    'instance gone',
  );
});

it('is paused while its process stands still, fenced or not', () => {
  const paused = { ...RUNS, pausedUntil: 9_000 };
  expect(brokerStatus(paused, REGISTERED)).toBe('paused');
  expect(brokerStatus(paused, { ...REGISTERED, fenced: true })).toBe('paused');
});

it('shuts down from the moment it asks to, until its process ends', () => {
  const asks = { ...RUNS, lifecycle: 'PENDING_CONTROLLED_SHUTDOWN' } as const;
  expect(brokerStatus(asks, REGISTERED)).toBe('shutting down');
  expect(brokerStatus(RUNS, { ...REGISTERED, inControlledShutdown: true })).toBe('shutting down');
});

it('is starting until it may serve', () => {
  expect(brokerStatus({ ...RUNS, lifecycle: 'STARTING' }, undefined)).toBe('starting');
  expect(brokerStatus({ ...RUNS, lifecycle: 'RECOVERY' }, REGISTERED)).toBe('recovering');
});

it('is down when no process runs', () => {
  expect((['stopped', 'crashed', 'no power', 'instance gone'] as const).every(isDown)).toBe(true);
  expect((['online', 'paused', 'fenced', 'shutting down'] as const).some(isDown)).toBe(false);
});
