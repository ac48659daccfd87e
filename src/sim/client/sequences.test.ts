import { describe, expect, it } from 'vitest';
import { producerAlone } from '../../../test/producerAlone';
import type { ProduceRequest } from '../message';

const BACKOFF_MS = 2_000;
const DELIVERY_TIMEOUT_MS = 120_000;

function numbersOf(request: ProduceRequest | null | undefined): unknown {
  return request?.records.map(({ producerEpoch, sequence }) => [producerEpoch, sequence])[0];
}

describe('an idempotent producer', () => {
  it('numbers the records of each partition for itself, when they are sent first', () => {
    const producer = producerAlone();
    const [first, second] = [producer.send(), producer.send()];
    const elsewhere = producer.send('orders-1');
    expect([numbersOf(first), numbersOf(second)]).toEqual([
      [0, 0],
      [0, 1],
    ]);
    expect(numbersOf(elsewhere)).toEqual([0, 0]);
    expect(first?.records[0]?.producerId).toBe(7);
  });

  it('sends a batch again with the same numbers', () => {
    const producer = producerAlone();
    producer.answer(producer.send(), 'REQUEST_TIMED_OUT');
    expect(producer.wait(BACKOFF_MS).map(numbersOf)).toEqual([[0, 0]]);
  });

  it('sends what comes after a batch again only when that one has been answered', () => {
    const producer = producerAlone();
    const [first, second] = [producer.send(), producer.send()];
    producer.answer(first, 'NOT_ENOUGH_REPLICAS');
    producer.answer(second, 'OUT_OF_ORDER_SEQUENCE_NUMBER');
    const again = producer.wait(BACKOFF_MS);
    expect(again.map(numbersOf)).toEqual([[0, 0]]);
    expect(producer.answer(again[0] ?? null, 'NONE').map(numbersOf)).toEqual([[0, 1]]);
    expect(producer.turn.producer.producerEpoch).toBe(0);
  });

  it('counts from 0 under a new epoch when the leader misses what it had acknowledged', () => {
    const producer = producerAlone();
    producer.answer(producer.send(), 'NONE');
    const second = producer.send();
    producer.answer(second, 'OUT_OF_ORDER_SEQUENCE_NUMBER');
    expect(producer.wait(BACKOFF_MS).map(numbersOf)).toEqual([[1, 0]]);
    expect(numbersOf(producer.send())).toEqual([1, 1]);
  });

  it('numbers anew all that is unanswered in that partition, and raises its epoch once', () => {
    const producer = producerAlone();
    producer.answer(producer.send(), 'NONE');
    const [second, third] = [producer.send(), producer.send()];
    producer.answer(second, 'OUT_OF_ORDER_SEQUENCE_NUMBER');
    // Its answer is to the old numbers, and says nothing of the new ones.
    producer.answer(third, 'OUT_OF_ORDER_SEQUENCE_NUMBER');
    const again = producer.wait(BACKOFF_MS);
    expect(again.map(numbersOf)).toEqual([[1, 0]]);
    expect(producer.answer(again[0] ?? null, 'NONE').map(numbersOf)).toEqual([[1, 1]]);
    expect(producer.turn.producer.producerEpoch).toBe(1);
  });

  it('goes on under the old epoch in other partitions until nothing is unanswered there', () => {
    const producer = producerAlone();
    const elsewhere = producer.send('orders-1');
    producer.answer(producer.send(), 'NONE');
    producer.answer(producer.send(), 'OUT_OF_ORDER_SEQUENCE_NUMBER');
    // A new one under the new epoch could be written before the old one.
    expect(producer.send('orders-1')).toBeNull();
    expect(producer.batches().find(({ partition }) => partition === 'orders-1')).toMatchObject({
      records: [{ producerEpoch: 0, sequence: 0 }],
    });
    const then = producer.answer(elsewhere, 'NONE');
    expect(then.filter(({ partition }) => partition === 'orders-1').map(numbersOf)).toEqual([
      [1, 0],
    ]);
  });

  it('gives a batch up that comes under an old epoch, and raises its own', () => {
    const producer = producerAlone();
    producer.answer(producer.send(), 'INVALID_PRODUCER_EPOCH');
    expect(producer.turn.producer.failed.flat()).toMatchObject([
      { error: 'INVALID_PRODUCER_EPOCH', mayBeWritten: false },
    ]);
    expect(numbersOf(producer.send())).toEqual([1, 0]);
  });

  it('takes a duplicate that the leader no longer knows the offset of for written', () => {
    const producer = producerAlone();
    producer.answer(producer.send(), 'DUPLICATE_SEQUENCE_NUMBER');
    expect(producer.turn.producer.acknowledged.flat()).toMatchObject([{ id: 1, offset: -1 }]);
    expect(numbersOf(producer.send())).toEqual([0, 1]);
  });

  it('begins again when the leader has forgotten it', () => {
    const producer = producerAlone();
    producer.answer(producer.send(), 'NONE');
    producer.answer(producer.send(), 'UNKNOWN_PRODUCER_ID');
    expect(producer.wait(BACKOFF_MS).map(numbersOf)).toEqual([[1, 0]]);
  });

  it('begins again when it gave a batch up that the leader may have', () => {
    const producer = producerAlone();
    producer.answer(producer.send(), 'NOT_ENOUGH_REPLICAS');
    producer.wait(DELIVERY_TIMEOUT_MS);
    expect(producer.turn.producer.failed.flat()).toMatchObject([{ error: 'TimeoutException' }]);
    expect(numbersOf(producer.send())).toEqual([1, 0]);
  });

  it('goes on when what came after a batch that was given up has been acknowledged', () => {
    const producer = producerAlone();
    producer.send();
    // Nobody answers, and it is sent four times.
    for (let attempt = 1; attempt < 4; attempt++) {
      producer.wait(30_000);
      expect(producer.wait(BACKOFF_MS)).toHaveLength(1);
    }
    producer.wait(DELIVERY_TIMEOUT_MS - producer.turn.wire.now - 50);
    const second = producer.send();
    expect(numbersOf(second)).toEqual([0, 1]);
    producer.wait(50);
    expect(producer.turn.producer.failed.flat()).toHaveLength(1);
    // Nobody knows yet whether sequence 0 is in the log, so nothing new is numbered.
    expect(producer.send()).toBeNull();
    expect(producer.answer(second, 'NONE').map(numbersOf)).toEqual([[0, 2]]);
  });
});

describe('a producer without idempotence', () => {
  it('numbers nothing, and does not wait for a batch that is sent again', () => {
    const producer = producerAlone({ enableIdempotence: false });
    const [first, second] = [producer.send(), producer.send()];
    expect([numbersOf(first), numbersOf(second)]).toEqual([
      [-1, -1],
      [-1, -1],
    ]);
    producer.answer(first, 'REQUEST_TIMED_OUT');
    // The second one is unanswered, and may be in the log before the first one comes again.
    expect(producer.wait(BACKOFF_MS).map(({ records }) => records[0]?.id)).toEqual([1]);
  });

  it('puts two that failed back in the order in which it learnt of it', () => {
    const producer = producerAlone({ enableIdempotence: false });
    const [first, second] = [producer.send(), producer.send()];
    producer.answer(first, 'REQUEST_TIMED_OUT');
    producer.answer(second, 'REQUEST_TIMED_OUT');
    expect(producer.wait(BACKOFF_MS).map(({ records }) => records[0]?.id)).toEqual([2, 1]);
  });

  it('gives up on an error that only an idempotent one can repair', () => {
    const producer = producerAlone({ acks: 1 });
    producer.answer(producer.send(), 'OUT_OF_ORDER_SEQUENCE_NUMBER');
    expect(producer.turn.producer.failed.flat()).toHaveLength(1);
  });
});
