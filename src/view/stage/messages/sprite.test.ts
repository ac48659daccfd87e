import { describe, expect, it } from 'vitest';
import type { LogRecord } from '../../../sim/broker/log';
import type { NodeId } from '../../../sim/ids';
import type { FetchedPartition, Flight, Message } from '../../../sim/message';
import { laneOf } from './lane';
import { spritesOf } from './sprite';

const FETCHED: FetchedPartition = {
  partition: 'orders-0',
  error: 'NONE',
  divergingEpoch: null,
  preferredReadReplica: null,
  records: [],
  highWatermark: 5,
  logStartOffset: 0,
  currentLeader: null,
};

describe('an answer to a fetch', () => {
  it('carries records as a tile with their offsets', () => {
    const one = { ...FETCHED, records: records(5) };
    const many = { ...FETCHED, partition: 'orders-1' as const, records: records(5, 6, 7) };
    expect(fetchResponse(one, many)).toMatchObject([
      { kind: 'records', partition: 'orders-0', label: '5' },
      { kind: 'records', partition: 'orders-1', label: '5–7' },
    ]);
  });

  it('with a new high watermark alone is a flag', () => {
    expect(fetchResponse(FETCHED)).toMatchObject([{ kind: 'highWatermark', label: '5' }]);
  });

  it('with a point of divergence says that the logs part', () => {
    const divergingEpoch = { epoch: 3, endOffset: 4 };
    expect(fetchResponse({ ...FETCHED, divergingEpoch })).toMatchObject([{ kind: 'divergence' }]);
  });

  it('without anything new is next to nothing', () => {
    expect(fetchResponse()).toMatchObject([{ kind: 'nothing', partition: 'orders-2' }]);
  });

  it('with an error is a refusal that names it', () => {
    const error = 'NOT_LEADER_OR_FOLLOWER';
    expect(fetchResponse({ ...FETCHED, error })).toMatchObject([{ kind: 'refusal', title: error }]);
  });
});

describe('an answer to a produce', () => {
  const where = { partition: 'orders-0', currentLeader: null } as const;
  const response = { type: 'produceResponse', correlationId: 1, ...where } as const;

  it('is an acknowledgement, or a refusal', () => {
    const kept = spritesOf(flight({ ...response, error: 'NONE', baseOffset: 4 }));
    const refused = spritesOf(
      flight({ ...response, error: 'NOT_ENOUGH_REPLICAS', baseOffset: -1 }),
    );
    expect(kept).toMatchObject([{ kind: 'acknowledgement', title: 'Acknowledged at offset 4' }]);
    expect(refused).toMatchObject([{ kind: 'refusal', title: 'NOT_ENOUGH_REPLICAS' }]);
  });
});

it('draws the very same flight as the very same sprites', () => {
  const heartbeat = flight({ type: 'metadataRequest', correlationId: 1 });
  expect(spritesOf(heartbeat)).toBe(spritesOf(heartbeat));
});

it('keeps requests and answers of two nodes on opposite sides', () => {
  const lane = (from: NodeId, to: NodeId, type: Message['type']) =>
    laneOf({ from, to, message: { type } });
  for (const [a, b] of [['broker-1', 'broker-2'] as const, ['broker-3', 'broker-1'] as const]) {
    expect(lane(a, b, 'fetchRequest')).toBeLessThan(0);
    expect(lane(b, a, 'fetchResponse')).toBe(-lane(a, b, 'fetchRequest'));
  }
});

function fetchResponse(...partitions: readonly FetchedPartition[]) {
  return spritesOf(
    flight({
      type: 'fetchResponse',
      correlationId: 1,
      error: 'NONE',
      partitions,
      session: ['orders-2'],
    }),
  );
}

function flight(message: Message): Flight {
  const [from, to] = ['broker-1', 'broker-2'] as const;
  return { id: 1, from, to, sentAt: 10, arrivesAt: 12, message, background: false };
}

function records(...offsets: readonly number[]): readonly LogRecord[] {
  return offsets.map((offset) => ({
    offset,
    leaderEpoch: 1,
    id: offset,
    key: null,
    value: 'a',
    producerId: -1,
    producerEpoch: -1,
    sequence: -1,
    batchSequence: -1,
  }));
}
