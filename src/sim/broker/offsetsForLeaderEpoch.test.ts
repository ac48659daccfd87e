import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../config';
import { createWorld } from '../createWorld';
import { brokerTurn, openDraft } from '../draft';
import type { PartitionId } from '../ids';
import type { KafkaError } from '../kafkaError';
import { handleListOffsets } from './listOffsets';
import { handleOffsetsForLeaderEpoch } from './offsetsForLeaderEpoch';
import { changeBroker } from './turn';
import type { BrokerTurn } from './turn';

// Two copies of each partition on three brokers: broker 3 has none of the first one.
const world = createWorld({ ...DEFAULT_SETTINGS, replicationFactor: 2 }, 1);

function errors(broker: number, partition: PartitionId, failed: readonly string[]): KafkaError[] {
  const turn: BrokerTurn = brokerTurn(openDraft(world, 100), broker);
  changeBroker(turn, { offlineDirectories: failed });
  const asked = { correlationId: 1, partition, currentLeaderEpoch: 0 };
  const type = 'offsetsForLeaderEpochRequest';
  handleOffsetsForLeaderEpoch(turn, 'consumer-1', { type, ...asked, leaderEpoch: 0 });
  const position = { timestamp: 'latest', isolationLevel: 'read_uncommitted' } as const;
  handleListOffsets(turn, 'consumer-1', { type: 'listOffsetsRequest', ...asked, ...position });
  return turn.wire.outbox.flatMap(({ message }) => ('error' in message ? [message.error] : []));
}

describe('a broker that is asked for an offset', () => {
  it('answers what it leads, and nothing that it follows', () => {
    expect(errors(1, 'orders-0', [])).toEqual(['NONE', 'NONE']);
    const error = 'NOT_LEADER_OR_FOLLOWER';
    expect(errors(2, 'orders-0', [])).toEqual([error, error]);
  });

  it('sends away whoever asks for a partition that is somewhere else', () => {
    const error = 'NOT_LEADER_OR_FOLLOWER';
    expect(errors(3, 'orders-0', [])).toEqual([error, error]);
  });

  it('knows nothing of a partition that nobody has told it of', () => {
    const error = 'UNKNOWN_TOPIC_OR_PARTITION';
    expect(errors(3, 'payments-0', [])).toEqual([error, error]);
  });

  it('cannot read a disk that has failed', () => {
    const error = 'KAFKA_STORAGE_ERROR';
    expect(errors(1, 'orders-0', ['d1', 'd2'])).toEqual([error, error]);
  });
});
