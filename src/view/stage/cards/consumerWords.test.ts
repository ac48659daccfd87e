import { expect, it } from 'vitest';
import { consumerTrouble, positionWords, readsWhat } from './consumerWords';

const NOBODY = { preferredReplicas: {}, failed: {} };
const TWO = { ...NOBODY, positions: { 'orders-0': 4, 'orders-1': 7 } };
const near = (replica: number) => ({ replica, expiresAt: 9 });

it('reads from leaders, unless a nearer replica was named', () => {
  expect(readsWhat(TWO)[0]).toBe('reads 2 partitions from their leaders');
  const both = { 'orders-0': near(3), 'orders-1': near(3) };
  expect(readsWhat({ ...TWO, preferredReplicas: both })[0]).toBe('reads from broker 3 · nearest');
  const one = { 'orders-1': near(3) };
  expect(readsWhat({ ...TWO, preferredReplicas: one })[0]).toBe(
    'reads 1 of 2 from broker 3 · nearest',
  );
});

it('says which partition it has stopped reading, and by which exception', () => {
  expect(consumerTrouble(TWO)).toEqual([]);
  const failed = { 'orders-0': 'LogTruncationException' } as const;
  expect(consumerTrouble({ ...TWO, failed })[0]).toBe('orders-0 stopped: LogTruncationException');
});

it('knows where it stands in each partition', () => {
  expect(positionWords(TWO)).toBe('orders-0 at 4, orders-1 at 7');
});
