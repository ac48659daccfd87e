import { describe, expect, it } from 'vitest';
import { startCluster } from '../../test/cluster';
import { acknowledged } from '../../test/conditions';
import { EMPTY_LOG } from './broker/log';
import type { AcknowledgedRecord } from './client/state';
import { promisesOf, standingIn } from './promises';
import { rowOf, rowsOf, withRow } from './table';
import type { World } from './world';

// Broker 1 leads; one record is acknowledged by the whole in-sync set 1, 2, 3.
const { world } = startCluster().settle().produce('a').until(acknowledged('a'));
const record: AcknowledgedRecord = {
  id: 1,
  value: 'a',
  partition: 'orders-0',
  offset: 0,
  acks: 'all',
  at: world.now,
};

function withoutRecordOn(...ids: readonly number[]): World {
  let { brokers } = world;
  for (const id of ids) {
    const broker = rowOf(brokers, id);
    const replica = { ...rowOf(broker.replicas, 'orders-0'), log: EMPTY_LOG };
    brokers = withRow(brokers, id, { ...broker, replicas: { 'orders-0': replica } });
  }
  return { ...world, brokers };
}

function standing(now: World, one: AcknowledgedRecord): unknown {
  return standingIn(now, one.partition)(one);
}

describe('an acknowledged record', () => {
  it('is safe on every replica that may be elected cleanly', () => {
    expect(standing(world, record)).toBe('safe');
  });

  it('is at risk when a replica in sync lacks it', () => {
    expect(standing(withoutRecordOn(2), record)).toBe('atRisk');
  });

  it('is lost when the leader lacks it, though others still have it', () => {
    expect(standing(withoutRecordOn(1), record)).toBe('lost');
  });

  it('is at risk as long as a new leader has not heard of its election', () => {
    const before = withoutRecordOn(1);
    const { image } = before.controller;
    const elected = { ...rowOf(image.partitions, 'orders-0'), leaderEpoch: 1 };
    const later = { ...image, partitions: { 'orders-0': elected } };
    const controller = { ...before.controller, image: later };
    expect(standing({ ...before, controller }, record)).toBe('atRisk');
  });

  it('is lost when no replica has it any more', () => {
    expect(standing(withoutRecordOn(1, 2, 3), record)).toBe('lost');
  });

  it('is not the record that took its offset', () => {
    expect(standing(world, { ...record, id: 99 })).toBe('lost');
    expect(standing(world, { ...record, id: 99, offset: 5 })).toBe('lost');
  });

  it('is still there when the log has it at another offset than was promised', () => {
    expect(standing(world, { ...record, offset: 5 })).toBe('safe');
  });

  it('is looked for by itself when nobody told its offset', () => {
    expect(standing(world, { ...record, offset: -1, acks: 0 })).toBe('safe');
  });
});

describe('the count of promises', () => {
  it('has every record in one place from its making to its end', () => {
    const kept = { acknowledged: 1, safe: 1, lost: 0, failed: 0, underWay: 0 };
    expect(promisesOf(world)).toEqual(kept);
    expect(promisesOf(withoutRecordOn(1))).toEqual({ ...kept, safe: 0, lost: 1 });
  });

  it('is that of one producer where only that is asked for', () => {
    const [one] = rowsOf(world.producers);
    if (!one) throw new Error('There is no producer.');
    const other = { ...one, id: 'producer-2' as const, acknowledged: [], failed: [], batches: [] };
    const two = { ...world, producers: { 'producer-1': one, 'producer-2': other } };
    expect(promisesOf(two, [other])).toMatchObject({ acknowledged: 0, safe: 0 });
    expect(promisesOf(two, [one])).toEqual(promisesOf(two));
    expect(promisesOf(two)).toEqual(promisesOf(world));
  });

  it('counts a record as under way until the producer is told', () => {
    const early = startCluster().settle().produce('a');
    expect(promisesOf(early.world)).toMatchObject({ acknowledged: 0, underWay: 1 });
  });
});
