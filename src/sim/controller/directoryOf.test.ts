import { describe, expect, it } from 'vitest';
import { directoriesFor, hasOnlineDirectory } from './directoryOf';
import { newPartition } from './partitions';
import type { BrokerRegistration } from './state';

const registered: BrokerRegistration = {
  id: 1,
  rack: null,
  incarnation: 1,
  brokerEpoch: 1,
  fenced: false,
  inControlledShutdown: false,
  logDirectories: ['d1', 'd2'],
  offlineDirectories: [],
};
const held = (directory: string) => ({
  ...newPartition([1], () => true),
  directories: { 1: directory },
});

describe('the log directory of a new replica', () => {
  it('is the one with the fewest, the first of several', () => {
    const brokers = { 1: registered };
    expect(directoriesFor({ brokers, partitions: {} }, [1])).toEqual({ 1: 'd1' });
    const partitions = { 'orders-0': held('d1') };
    expect(directoriesFor({ brokers, partitions }, [1])).toEqual({ 1: 'd2' });
  });

  it('is never one that has failed', () => {
    const brokers = { 1: { ...registered, logDirectories: ['d2'], offlineDirectories: ['d1'] } };
    expect(directoriesFor({ brokers, partitions: {} }, [1])).toEqual({ 1: 'd2' });
  });

  it('stays what it was for a replica that is there already', () => {
    const image = { brokers: { 1: registered }, partitions: { 'orders-0': held('d2') } };
    expect(directoriesFor(image, [1], { 1: 'd2' })).toEqual({ 1: 'd2' });
  });
});

describe('a directory that its broker has not registered', () => {
  it('is offline, and nobody knows of one that was never told', () => {
    const brokers = { 1: { ...registered, logDirectories: ['d2'] } };
    expect(hasOnlineDirectory({ brokers }, held('d1'), 1)).toBe(false);
    expect(hasOnlineDirectory({ brokers }, held('d2'), 1)).toBe(true);
    expect(
      hasOnlineDirectory(
        { brokers },
        newPartition([1], () => true),
        1,
      ),
    ).toBe(true);
  });
});
