import { describe, expect, it } from 'vitest';
import type { Event } from './event';
import type { KafkaError } from './kafkaError';
import { weightOf } from './weight';

function retried(attempts: number, errorBefore: KafkaError): Event {
  const records = { partition: 'orders-0', recordIds: [1], values: ['a'] } as const;
  const error = 'NOT_ENOUGH_REPLICAS';
  const type = 'produceRetried';
  return { type, producer: 'producer-1', error, errorBefore, attempts, ...records };
}

function refused(attempt: number): Event {
  const error = 'DUPLICATE_BROKER_REGISTRATION';
  return { type: 'registrationRefused', broker: 1, error, attempt, retryAt: 200, at: 100 };
}

describe('the weight of an event', () => {
  it('is told for what people watch', () => {
    expect(weightOf({ type: 'brokerCrashed', broker: 1, leads: 1, because: 'killed' })).toBe(
      'told',
    );
  });

  it('is background for the routine of the cluster', () => {
    expect(weightOf({ type: 'metadataApplied', broker: 1, offset: 9 })).toBe('background');
  });

  it('is a detail for how far a follower has come', () => {
    const counted = { broker: 1, follower: 2, partition: 'orders-0', logEndOffset: 3 } as const;
    expect(weightOf({ type: 'followerCounted', ...counted })).toBe('detail');
  });

  it('is told ever more seldom for what is sent again and again', () => {
    const told = Array.from({ length: 20 }, (_, nth) => nth + 1).filter(
      (n) => weightOf(retried(n, 'NOT_ENOUGH_REPLICAS')) === 'told',
    );
    expect(told).toEqual([1, 2, 4, 8, 16]);
  });

  it('is told at once when something else comes of it', () => {
    expect(weightOf(retried(7, 'NOT_ENOUGH_REPLICAS'))).toBe('detail');
    expect(weightOf(retried(7, 'REQUEST_TIMED_OUT'))).toBe('told');
  });

  it('is told the first time only for a registration that is tried again and again', () => {
    expect([1, 2, 9].map((n) => weightOf(refused(n)))).toEqual(['told', 'detail', 'detail']);
  });

  it('is a detail for a message that vanishes without a word, unless it is routine', () => {
    const lost = { type: 'messageLost', flightId: 1, from: 'broker-1', to: 'broker-2' } as const;
    const rest = { sentAt: 1, message: 'fetchRequest' } as const;
    const cut = { ...lost, ...rest, because: 'linkCut' } as const;
    expect(weightOf({ ...cut, background: false })).toBe('detail');
    expect(weightOf({ ...cut, background: true })).toBe('background');
    expect(weightOf({ ...cut, background: false, because: 'receiverDown' })).toBe('background');
  });
});
