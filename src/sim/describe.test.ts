import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from './config';
import { createWorld } from './createWorld';
import { describeTopics } from './describe';
import type { TopicDescription } from './describe';
import { step } from './step';
import { rowOf } from './table';
import type { World } from './world';

const world = createWorld(DEFAULT_SETTINGS, 1);

function describeTopic(of: World): TopicDescription {
  const [first] = describeTopics(of);
  if (first === undefined) throw new Error('There is a topic in every cluster.');
  return first;
}

describe('the description of a topic', () => {
  it('begins with its size and its configuration', () => {
    expect(describeTopic(world)).toMatchObject({
      topic: 'orders',
      partitionCount: 3,
      replicationFactor: 3,
      configs: ['min.insync.replicas=2'],
    });
  });

  it('names unclean election only where it is on', () => {
    const settings = { ...DEFAULT_SETTINGS, uncleanLeaderElection: true, minInsyncReplicas: 1 };
    const { configs } = describeTopic(createWorld(settings, 1));
    expect(configs).toEqual(['min.insync.replicas=1', 'unclean.leader.election.enable=true']);
  });

  it('lists every partition with its replicas in assignment order', () => {
    const lines = describeTopic(world).partitions.map(({ index, leader, replicas }) => {
      return { index, leader, replicas };
    });
    expect(lines).toEqual([
      { index: 0, leader: 1, replicas: [1, 2, 3] },
      { index: 1, leader: 2, replicas: [2, 3, 1] },
      { index: 2, leader: 3, replicas: [3, 1, 2] },
    ]);
  });

  it('has no leader where the controller has none, whatever a broker believes', () => {
    const offline: World = {
      ...world,
      controller: { ...world.controller, image: withoutLeader() },
    };
    const [first] = describeTopic(offline).partitions;
    expect(first).toMatchObject({ leader: null, inSync: [], eligible: [1], lastKnownLeaders: [1] });
  });
});

describe('the description of several topics', () => {
  const sizes = { partitions: 1, replicationFactor: 2, minInsyncReplicas: 1 };
  const command = { type: 'createTopic', topic: 'payments', ...sizes } as const;
  const second = step(world, [{ at: 1, command }]).world;

  it('lists each with its own size, configuration and partitions', () => {
    const [orders, payments] = describeTopics(second);
    expect(orders).toMatchObject({ topic: 'orders', partitionCount: 3 });
    expect(payments).toMatchObject({ topic: 'payments', partitionCount: 1, replicationFactor: 2 });
    expect(payments?.configs).toEqual(['min.insync.replicas=1']);
    expect(payments?.partitions.map(({ partition }) => partition)).toEqual(['payments-0']);
  });

  it('counts no replica that is still being added', () => {
    const targets = [{ partition: 'payments-0', replicas: [1, 2, 3] }] as const;
    const moving = step(second, [{ at: 2, command: { type: 'reassignPartitions', targets } }]);
    const payments = describeTopics(moving.world)[1];
    expect(payments).toMatchObject({ replicationFactor: 2 });
    expect(payments?.partitions[0]).toMatchObject({ replicas: [1, 2, 3], adding: [3] });
  });
});

function withoutLeader(): World['controller']['image'] {
  const { image } = world.controller;
  const known = rowOf(image.partitions, 'orders-0');
  const offline = { ...known, leader: -1, inSync: [], eligible: [1], lastKnownLeaders: [1] };
  return { ...image, partitions: { ...image.partitions, 'orders-0': offline } };
}
