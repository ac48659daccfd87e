import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../config';
import { createWorld } from '../createWorld';
import type { InSyncProposal } from '../message';
import { proposalError } from './alterPartition';
import type { MetadataImage, PartitionRegistration } from './state';

const formed = createWorld(DEFAULT_SETTINGS, 1).controller.image;

/** The formed cluster, but the first partition is in its second epochs, and broker 3 fenced. */
function image(fields: Partial<PartitionRegistration> = {}): MetadataImage {
  const known = formed.partitions['orders-0'];
  const third = formed.brokers[3];
  if (known === undefined || third === undefined) throw new Error('They are in every cluster.');
  const later = { ...known, leaderEpoch: 1, partitionEpoch: 1, ...fields };
  const brokers = { ...formed.brokers, 3: { ...third, fenced: true } };
  return { ...formed, partitions: { ...formed.partitions, 'orders-0': later }, brokers };
}

function proposal(fields: Partial<InSyncProposal>, ...members: readonly number[]): InSyncProposal {
  const newInSyncReplicas = members.map((broker) => ({ broker, brokerEpoch: broker }));
  const epochs = { leaderEpoch: 1, partitionEpoch: 1 };
  const partition = 'orders-0';
  return { partition, ...epochs, recovery: 'RECOVERED', newInSyncReplicas, ...fields };
}

function error(fields: Partial<InSyncProposal>, sender = 1): unknown {
  return proposalError(image(), sender, proposal(fields, 1, 2));
}

describe('a proposal of the leader', () => {
  it('is accepted when its epochs are those of the controller', () => {
    expect(error({})).toBe('NONE');
  });

  it('about an unknown partition is refused', () => {
    expect(error({ partition: 'orders-9' })).toBe('UNKNOWN_TOPIC_OR_PARTITION');
  });

  it('of a later epoch shows that the controller is stale', () => {
    expect(error({ leaderEpoch: 2 })).toBe('NOT_CONTROLLER');
    expect(error({ partitionEpoch: 2 })).toBe('NOT_CONTROLLER');
  });

  it('of an earlier leader epoch is fenced before the sender is looked at', () => {
    expect(error({ leaderEpoch: 0 }, 2)).toBe('FENCED_LEADER_EPOCH');
  });

  it('by somebody who does not lead is invalid', () => {
    expect(error({ partitionEpoch: 0 }, 2)).toBe('INVALID_REQUEST');
  });

  it('of an earlier partition epoch has been overtaken', () => {
    expect(error({ partitionEpoch: 0 })).toBe('INVALID_UPDATE_VERSION');
  });
});

describe('a proposed in-sync set', () => {
  const judge = (...members: readonly number[]): unknown =>
    proposalError(image(), 1, proposal({}, ...members));

  it('has the leader in it, and only replicas, each once', () => {
    expect(judge(2)).toBe('INVALID_REQUEST');
    expect(judge()).toBe('INVALID_REQUEST');
    expect(judge(1, 4)).toBe('INVALID_REQUEST');
    expect(judge(1, 2, 2)).toBe('INVALID_REQUEST');
  });

  it('has no fenced broker in it', () => {
    expect(judge(1, 2, 3)).toBe('INELIGIBLE_REPLICA');
  });

  it('has no process in it that has died since', () => {
    const stated = (brokerEpoch: number): InSyncProposal =>
      proposal({
        newInSyncReplicas: [
          { broker: 1, brokerEpoch: 1 },
          { broker: 2, brokerEpoch },
        ],
      });
    expect(proposalError(image(), 1, stated(1))).toBe('INELIGIBLE_REPLICA');
    expect(proposalError(image(), 1, stated(-1))).toBe('NONE');
  });

  it('is never recovering with more than one member, or a second time', () => {
    const again = proposal({ recovery: 'RECOVERING' }, 1);
    const many = proposal({ recovery: 'RECOVERING' }, 1, 2);
    const recovering = image({ recovery: 'RECOVERING' });
    expect(proposalError(image(), 1, again)).toBe('INVALID_REQUEST');
    expect(proposalError(recovering, 1, many)).toBe('INVALID_REQUEST');
    expect(proposalError(recovering, 1, again)).toBe('NONE');
  });
});
