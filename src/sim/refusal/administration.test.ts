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
