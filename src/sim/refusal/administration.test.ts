import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../config';
import { createWorld } from '../createWorld';
import type { BrokerId, PartitionId } from '../ids';
import { refusal } from '../refusal';
import { step } from '../step';

const world = createWorld({ ...DEFAULT_SETTINGS, replicationFactor: 2 }, 1);

function reassign(replicas: readonly BrokerId[] | null, partition: PartitionId = 'orders-0') {
  return refusal(world, { type: 'reassignPartitions', targets: [{ partition, replicas }] });
}

function elect(election: 'PREFERRED' | 'UNCLEAN', partition: PartitionId = 'orders-0') {
  return refusal(world, { type: 'electLeader', partition, election });
}

describe('a reassignment is refused', () => {
  it('when the list of replicas cannot be', () => {
    const error = 'INVALID_REPLICA_ASSIGNMENT';
    expect(reassign([])).toMatchObject({ error });
    expect(reassign([1, 7])).toEqual({ error, because: 'Broker 7 is not registered.' });
    expect(reassign([1, 3, 1])).toEqual({ error, because: 'Broker 1 is named twice.' });
  });

  it('when there is nothing to cancel, or no such partition', () => {
    expect(reassign(null)).toMatchObject({ error: 'NO_REASSIGNMENT_IN_PROGRESS' });
    expect(reassign([1], 'orders-9')).toMatchObject({ error: 'UNKNOWN_TOPIC_OR_PARTITION' });
  });

  it('when everything is so already', () => {
    expect(reassign([1, 2])).toMatchObject({ error: null });
    expect(reassign([2, 1])).toBeNull();
  });

  it('only when no partition of it would change', () => {
    const targets = [
      { partition: 'orders-0', replicas: [7] },
      { partition: 'orders-1', replicas: [1, 3] },
    ] as const;
    expect(refusal(world, { type: 'reassignPartitions', targets })).toBeNull();
  });
});

describe('an election is refused', () => {
  it('when the partition has the leader that it should have', () => {
    expect(elect('PREFERRED')).toMatchObject({ error: 'ELECTION_NOT_NEEDED' });
    expect(elect('UNCLEAN')).toMatchObject({ error: 'ELECTION_NOT_NEEDED' });
    expect(elect('UNCLEAN', 'orders-9')).toMatchObject({ error: 'UNKNOWN_TOPIC_OR_PARTITION' });
  });

  it('when nobody is there to be elected', () => {
    const alone = { ...DEFAULT_SETTINGS, brokers: 2, replicationFactor: 1, partitions: 1 };
    let now = createWorld({ ...alone, minInsyncReplicas: 1 }, 1);
    now = step(now, [{ at: 1, command: { type: 'crashBroker', broker: 1 } }]).world;
    while (now.controller.image.partitions['orders-0']?.leader !== -1) now = step(now, []).world;
    const ask = (election: 'PREFERRED' | 'UNCLEAN') =>
      refusal(now, { type: 'electLeader', partition: 'orders-0', election });
    expect(ask('PREFERRED')).toMatchObject({ error: 'PREFERRED_LEADER_NOT_AVAILABLE' });
    expect(ask('UNCLEAN')).toMatchObject({ error: 'ELIGIBLE_LEADERS_NOT_AVAILABLE' });
  });
});

describe('a new broker is refused', () => {
  const add = (broker: number) => refusal(world, { type: 'addBroker', broker, rack: null });

  it('when its id is taken, or cannot be shown', () => {
    expect(add(4)).toBeNull();
    expect(add(3)?.because).toBe('There is a broker 3 already.');
    expect([add(0), add(1.5), add(10)]).not.toContain(null);
  });
});

describe('a broker is not unregistered', () => {
  it('when it is not registered, or its process runs', () => {
    const error = 'BROKER_ID_NOT_REGISTERED';
    expect(refusal(world, { type: 'unregisterBroker', broker: 7 })).toMatchObject({ error });
    expect(refusal(world, { type: 'unregisterBroker', broker: 1 })).toMatchObject({ error: null });
  });
});

describe('a new topic is refused', () => {
  const sizes = { partitions: 1, replicationFactor: 2, minInsyncReplicas: 1 };
  const create = (topic: string, fields: Partial<typeof sizes> = {}) =>
    refusal(world, { type: 'createTopic', topic, ...sizes, ...fields });

  it('when its name is taken, or no name', () => {
    expect(create('payments')).toBeNull();
    expect(create('constructor')).toBeNull();
    expect(create('orders')).toMatchObject({ error: 'TOPIC_ALREADY_EXISTS' });
    const error = 'INVALID_TOPIC_EXCEPTION';
    for (const name of ['', '..', 'a b', 'ö']) expect(create(name)).toMatchObject({ error });
  });

  it('when it has a size that cannot be', () => {
    const factor = { error: 'INVALID_REPLICATION_FACTOR' };
    expect(create('a', { replicationFactor: 0 })).toMatchObject(factor);
    expect(create('a', { replicationFactor: 4 })).toMatchObject(factor);
    expect(create('a', { partitions: 0 })).toMatchObject({ error: 'INVALID_PARTITIONS' });
    expect(create('a', { minInsyncReplicas: 0 })).toMatchObject({ error: 'INVALID_CONFIG' });
  });

  it('when the page has no room for it', () => {
    expect(create('a', { partitions: 9 })).toBeNull();
    expect(create('a', { partitions: 10 })).toMatchObject({ error: null });
  });
});

it('no topic is known by the name of what every object has', () => {
  const topic = 'constructor';
  const error = 'UNKNOWN_TOPIC_OR_PARTITION';
  const nobody = { producer: 'producer-1', partition: null, key: null, value: '' } as const;
  expect(refusal(world, { type: 'produce', ...nobody, topic })).toMatchObject({ error });
  const minimum = { type: 'changeMinInsyncReplicas', topic, value: 1 } as const;
  expect(refusal(world, minimum)).toMatchObject({ error });
  const unclean = { type: 'changeUncleanLeaderElection', topic, value: true } as const;
  expect(refusal(world, unclean)).toMatchObject({ error });
});
