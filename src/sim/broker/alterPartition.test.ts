import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../config';
import { createWorld } from '../createWorld';
import { brokerTurn, openDraft } from '../draft';
import type { KafkaError } from '../kafkaError';
import type { AlterPartitionResult, InSyncProposal } from '../message';
import { applyResult, proposalEffect } from './alterPartition';
import type { InSyncState } from './state';
import { ledReplica, setReplica } from './turn';
import type { BrokerTurn } from './turn';

// Broker 1 leads in epoch 0 and has proposed that 3 leaves.
const pending: InSyncState = { type: 'pendingShrink', inSync: [1, 2, 3], leaving: [3] };
const proposal: InSyncProposal = {
  partition: 'orders-0',
  leaderEpoch: 0,
  partitionEpoch: 0,
  recovery: 'RECOVERED',
  newInSyncReplicas: [1, 2].map((broker) => ({ broker, brokerEpoch: broker })),
};

function turnWith(inSync: InSyncState): BrokerTurn {
  const turn = brokerTurn(openDraft(createWorld(DEFAULT_SETTINGS, 1), 100), 1);
  const replica = ledReplica(turn, 'orders-0');
  if (replica === null) throw new Error('Broker 1 leads the first partition.');
  setReplica(turn, { ...replica, role: { ...replica.role, inSync } });
  return turn;
}

/** The in-sync set on the leader after an answer. */
function after(
  error: KafkaError,
  fields: Partial<AlterPartitionResult> = {},
  turn = turnWith(pending),
): InSyncState | undefined {
  const epochs = { leaderEpoch: 0, partitionEpoch: 1 };
  const result = { partition: proposal.partition, error, ...epochs, inSyncReplicas: [1, 2] };
  applyResult(turn, proposal, { ...result, ...fields });
  return ledReplica(turn, 'orders-0')?.role.inSync;
}

describe('the answer of the controller', () => {
  it('makes the proposed set the committed one', () => {
    const turn = turnWith(pending);
    expect(after('NONE', {}, turn)).toEqual({ type: 'committed', inSync: [1, 2] });
    expect(ledReplica(turn, 'orders-0')?.partitionEpoch).toBe(1);
  });

  it('brings the old set back when a newcomer may not join', () => {
    expect(after('INELIGIBLE_REPLICA')).toEqual({ type: 'committed', inSync: [1, 2, 3] });
    expect(proposalEffect('OPERATION_NOT_ATTEMPTED')).toBe('revert');
  });

  it('leaves the set pending when newer metadata must be on its way', () => {
    expect(after('FENCED_LEADER_EPOCH')).toEqual(pending);
    const others: readonly KafkaError[] = [
      'UNKNOWN_TOPIC_OR_PARTITION',
      'UNKNOWN_TOPIC_ID',
      'INVALID_UPDATE_VERSION',
      'INVALID_REQUEST',
      'NEW_LEADER_ELECTED',
    ];
    for (const error of others) expect(proposalEffect(error)).toBe('stayPending');
  });

  it('lets the leader propose again after any other error', () => {
    const turn = turnWith(pending);
    expect(after('UNKNOWN_SERVER_ERROR', {}, turn)).toEqual(pending);
    expect(turn.broker.alterPartition.queued).toEqual([proposal]);
  });

  it('is told when it refuses, and only then', () => {
    const turn = turnWith(pending);
    after('INVALID_UPDATE_VERSION', {}, turn);
    expect(turn.wire.events.map(({ type }) => type)).toEqual(['inSyncChangeRefused']);
  });

  it('is ignored when it speaks of another leader epoch', () => {
    expect(after('NONE', { leaderEpoch: 1 })).toEqual(pending);
  });

  it('is ignored when newer metadata has put a committed set in its place', () => {
    const committed: InSyncState = { type: 'committed', inSync: [1, 2, 3] };
    expect(after('NONE', {}, turnWith(committed))).toEqual(committed);
  });
});
