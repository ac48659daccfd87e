import { describe, expect, it } from 'vitest';
import { changed, partitionChange } from './partitionChange';
import type { PartitionChange, PartitionChangeRecord } from './partitionChange';
import { newPartition } from './partitions';
import type { PartitionRegistration } from './state';

// Broker 1 leads with 2 and 3 in sync; two are asked for; everybody is active.
const whole = newPartition([1, 2, 3], () => true);

function record(
  fields: Partial<PartitionChange>,
  partition: PartitionRegistration = whole,
): PartitionChangeRecord | null {
  return partitionChange({
    partition,
    election: 'ONLINE',
    isAcceptable: () => true,
    minInsyncReplicas: 2,
    eligibleLeaderReplicas: true,
    ...fields,
  });
}
const only =
  (...active: readonly number[]) =>
  (broker: number): boolean =>
    active.includes(broker);

describe('a change of a partition', () => {
  it('writes no record when nothing changes', () => {
    expect(record({})).toBeNull();
  });

  it('writes only the in-sync set when a follower leaves it', () => {
    expect(record({ targetInSync: [1, 2] })).toEqual({ inSync: [1, 2] });
  });

  it('elects the next replica in sync when the leader leaves the set', () => {
    const fenced = { targetInSync: [2, 3], isAcceptable: only(2, 3) };
    expect(record(fenced)).toEqual({ inSync: [2, 3], leader: 2 });
  });

  it('writes the leader again when a replica leaves the assignment', () => {
    const smaller = { targetReplicas: [1, 2], targetInSync: [1, 2] };
    expect(record(smaller)).toMatchObject({ leader: 1, replicas: [1, 2] });
  });

  it('completes a reassignment whose newcomers are in sync', () => {
    const moving = { ...whole, replicas: [1, 2, 3, 4], adding: [4], removing: [3] };
    const after = record({ targetInSync: [1, 2, 4] }, moving);
    expect(after).toMatchObject({ replicas: [1, 2, 4], adding: [], removing: [] });
  });
});

describe('the epochs of a partition', () => {
  it('move both when the leader is written', () => {
    expect(changed(whole, { leader: 2 })).toMatchObject({ leaderEpoch: 1, partitionEpoch: 1 });
  });

  it('move the partition epoch alone when only the in-sync set is written', () => {
    const after = changed(whole, { inSync: [1, 2] });
    expect(after).toMatchObject({ leaderEpoch: 0, partitionEpoch: 1, inSync: [1, 2] });
  });
});

describe('eligible leaders', () => {
  it('are those that leave the in-sync set below the minimum', () => {
    const two = { ...whole, inSync: [1, 2] };
    expect(record({ targetInSync: [1] }, two)).toEqual({ inSync: [1], eligible: [2] });
  });

  it('are none among those that left while there were enough', () => {
    expect(record({ targetInSync: [1, 2] })).not.toHaveProperty('eligible');
  });

  it('are forgotten as soon as the set is large enough again', () => {
    const one = { ...whole, inSync: [1], eligible: [2] };
    expect(record({ targetInSync: [1, 3] }, one)).toEqual({ inSync: [1, 3], eligible: [] });
  });

  it('are not those that came back from an unclean shutdown', () => {
    const two = { ...whole, inSync: [1, 2] };
    const unclean = { targetInSync: [1], uncleanShutdown: [2] };
    expect(record(unclean, two)).toEqual({ inSync: [1] });
  });

  it('may be all that is left when the last member of the set goes', () => {
    const one = { ...whole, inSync: [1] };
    const gone = { targetInSync: [], isAcceptable: only() };
    const after = { inSync: [], eligible: [1], leader: -1, lastKnownLeaders: [1] };
    expect(record(gone, one)).toEqual(after);
  });

  it('lead alone in sync once they are elected', () => {
    const offline = { ...whole, inSync: [], eligible: [2, 3], leader: -1, lastKnownLeaders: [1] };
    const after = { leader: 2, inSync: [2], eligible: [3], lastKnownLeaders: [] };
    expect(record({ isAcceptable: only(2) }, offline)).toEqual(after);
  });
});

describe('without eligible leader replicas a partition', () => {
  it('keeps its last member in the in-sync set, and waits for it', () => {
    const one = { ...whole, inSync: [1] };
    const gone = { targetInSync: [], isAcceptable: only(2, 3), eligibleLeaderReplicas: false };
    expect(record(gone, one)).toEqual({ leader: -1 });
  });

  it('is marked as recovering after an unclean election', () => {
    const one = { ...whole, inSync: [1] };
    const gone = { targetInSync: [], isAcceptable: only(2), eligibleLeaderReplicas: false };
    const after = { leader: 2, inSync: [2], recovery: 'RECOVERING' };
    expect(record({ ...gone, election: 'UNCLEAN' }, one)).toEqual(after);
  });
});
