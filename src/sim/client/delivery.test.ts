import { describe, expect, it } from 'vitest';
import { producerAlone } from '../../../test/producerAlone';
import type { KafkaError } from '../kafkaError';
import type { ProduceRequest } from '../message';
import { deliverToProducer } from './producer';

const BACKOFF_MS = 2_000;
const NEW_LEADER = { leader: 2, leaderEpoch: 1 };

function idsOf(requests: readonly ProduceRequest[]): unknown {
  return requests.map(({ records }) => records[0]?.id);
}

describe('a batch that failed', () => {
  const refreshing: readonly KafkaError[] = [
    'UNKNOWN_TOPIC_OR_PARTITION',
    'NOT_LEADER_OR_FOLLOWER',
    'KAFKA_STORAGE_ERROR',
    'NETWORK_EXCEPTION',
    'FENCED_LEADER_EPOCH',
  ];
  const staying: readonly KafkaError[] = [
    'REQUEST_TIMED_OUT',
    'NOT_ENOUGH_REPLICAS',
    'NOT_ENOUGH_REPLICAS_AFTER_APPEND',
  ];

  it.each(refreshing)('with %s is sent again, and the leader asked for at once', (error) => {
    const producer = producerAlone();
    producer.answer(producer.send(), error);
    expect(producer.turn.producer.metadata.inFlight).not.toBeNull();
    expect(idsOf(producer.wait(BACKOFF_MS))).toEqual([1]);
  });

  it.each(staying)('with %s is sent again to the same leader', (error) => {
    const producer = producerAlone();
    producer.answer(producer.send(), error);
    expect(producer.turn.producer.metadata.inFlight).toBeNull();
    expect(idsOf(producer.wait(BACKOFF_MS))).toEqual([1]);
  });

  it('with an error that no retry repairs is given up, and nothing was written', () => {
    const producer = producerAlone({ acks: 1 });
    producer.answer(producer.send(), 'INVALID_REQUIRED_ACKS');
    expect(producer.turn.producer.failed.flat()).toMatchObject([
      { error: 'INVALID_REQUIRED_ACKS', mayBeWritten: false },
    ]);
    expect(producer.batches()).toEqual([]);
  });

  it('waits for its backoff with the leader that it knows', () => {
    const producer = producerAlone();
    expect(idsOf(producer.answer(producer.send(), 'NOT_LEADER_OR_FOLLOWER'))).toEqual([]);
    expect(idsOf(producer.wait(50))).toEqual([]);
    expect(idsOf(producer.wait(100))).toEqual([1]);
  });
});

describe('an answer that names the leader', () => {
  it('sends the batch there at once, without a word of metadata', () => {
    const producer = producerAlone();
    const again = producer.answer(producer.send(), 'NOT_LEADER_OR_FOLLOWER', NEW_LEADER);
    expect(idsOf(again)).toEqual([1]);
    const { wire } = producer.turn;
    expect(wire.outbox.findLast(({ message }) => message.type === 'produceRequest')?.to).toBe(
      'broker-2',
    );
    expect(wire.events.filter(({ type }) => type === 'leaderHinted')).toEqual([
      {
        type: 'leaderHinted',
        client: 'producer-1',
        broker: 1,
        partition: 'orders-0',
        ...NEW_LEADER,
      },
    ]);
  });

  it('is not believed when it knows of nothing newer', () => {
    const producer = producerAlone();
    const old = { leader: 2, leaderEpoch: 0 };
    expect(producer.answer(producer.send(), 'NOT_LEADER_OR_FOLLOWER', old)).toEqual([]);
    expect(producer.turn.producer.metadata.leaders['orders-0']).toEqual({
      leader: 1,
      leaderEpoch: 0,
    });
  });

  it('asks for metadata all the same, as a matter of routine', () => {
    const producer = producerAlone();
    producer.answer(producer.send(), 'NOT_LEADER_OR_FOLLOWER', NEW_LEADER);
    const asked = producer.turn.wire.outbox.filter(
      ({ message }) => message.type === 'metadataRequest',
    );
    expect(asked).toMatchObject([{ background: true }]);
  });
});

describe('a silent broker', () => {
  it('fails all that is under way to it, once one request has waited for too long', () => {
    const producer = producerAlone();
    producer.send();
    producer.wait(20_000);
    producer.send('orders-1');
    producer.wait(10_000);
    const retried = producer.turn.wire.events.filter(({ type }) => type === 'produceRetried');
    expect(retried).toMatchObject([
      { partition: 'orders-0', error: 'REQUEST_TIMED_OUT' },
      { partition: 'orders-1', error: 'REQUEST_TIMED_OUT' },
    ]);
    expect(producer.turn.producer.metadata.inFlight).not.toBeNull();
  });
});

describe('acks=0', () => {
  it('is done with a batch when it is sent, and learns of a failure by the connection only', () => {
    const producer = producerAlone({ acks: 0 });
    const sent = producer.send();
    expect(producer.batches()).toEqual([]);
    expect(producer.turn.producer.acknowledged.flat()).toMatchObject([{ id: 1, offset: -1 }]);
    const correlationId = sent?.correlationId ?? 0;
    const gone = { type: 'connectionClosed', request: 'produceRequest', correlationId } as const;
    const message = { ...gone, closedBy: 'server' } as const;
    const way = { from: 'broker-1', to: 'producer-1', id: 1, sentAt: 0, arrivesAt: 1 } as const;
    deliverToProducer(producer.turn, { ...way, message, background: false });
    producer.wait(1);
    expect(producer.turn.producer.metadata.inFlight).not.toBeNull();
    expect(producer.turn.wire.events.filter(({ type }) => type === 'produceRetried')).toEqual([]);
  });
});
