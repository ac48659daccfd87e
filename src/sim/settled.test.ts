import { describe, expect, it } from 'vitest';
import { startCluster } from '../../test/cluster';
import { acknowledged, fenced, running } from '../../test/conditions';
import { isSettled } from './settled';

const formed = startCluster().settle();

describe('a cluster is settled', () => {
  it('when only routine goes on, however long that is', () => {
    expect(isSettled(formed.fork().wait(60_000).world)).toBe(true);
  });

  it('once a record has come to all replicas and to the consumer', () => {
    const cluster = formed.fork().produce('a').until(acknowledged('a'));
    expect(isSettled(cluster.world)).toBe(false);
    expect(isSettled(cluster.settle().world)).toBe(true);
    expect(cluster.all('recordsConsumed')).toHaveLength(1);
  });

  it('with a broker down only after the controller has noticed', () => {
    const cluster = formed.fork().crash(3);
    expect(isSettled(cluster.wait(5_000).world)).toBe(false);
    expect(isSettled(cluster.until(fenced(3)).settle().world)).toBe(true);
  });

  it('with a broker down that held nothing only after that too', () => {
    const cluster = startCluster({ brokers: 4 }).settle().crash(4);
    expect(isSettled(cluster.wait(5_000).world)).toBe(false);
    expect(isSettled(cluster.until(fenced(4)).settle().world)).toBe(true);
  });

  it('with a broker back only after it is in sync again', () => {
    const cluster = formed.fork().crash(3).until(fenced(3)).settle().start(3).until(running(3));
    expect(isSettled(cluster.world)).toBe(false);
    const { image } = cluster.settle().world.controller;
    expect(image.partitions['orders-0']?.inSync).toContain(3);
  });

  it('never while a load goes on', () => {
    expect(isSettled(formed.fork().startLoad(1).wait(900).world)).toBe(false);
  });

  it('not before it has begun to fetch', () => {
    expect(isSettled(startCluster().world)).toBe(false);
  });
});
