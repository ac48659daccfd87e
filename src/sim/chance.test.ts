import { describe, expect, it } from 'vitest';
import { backoffMs, hash, latencyMs } from './chance';

const names = Array.from({ length: 500 }, (_, index) => `message ${index}`);

describe('chance', () => {
  it('gives the same answer to the same question', () => {
    expect(names.map((name) => hash(1, name))).toEqual(names.map((name) => hash(1, name)));
  });

  it('gives another answer for another seed or another identity', () => {
    expect(new Set(names.map((name) => hash(1, name))).size).toBe(names.length);
    expect(hash(1, 'message 1')).not.toBe(hash(2, 'message 1'));
  });

  it('is a whole number from 0 up to 2^32', () => {
    for (const name of names) {
      const drawn = hash(1, name);
      expect(Number.isInteger(drawn) && drawn >= 0 && drawn < 0x1_0000_0000).toBe(true);
    }
  });
});

describe('the latency of a message', () => {
  it('reaches both ends of its range and never leaves it', () => {
    const drawn = names.map((name) => latencyMs(1, name, { minMs: 30, maxMs: 45 }));
    expect([Math.min(...drawn), Math.max(...drawn)]).toEqual([30, 45]);
  });

  it('is the only value of a range of one', () => {
    expect(latencyMs(1, 'any', { minMs: 3, maxMs: 3 })).toBe(3);
  });

  it('is at least one millisecond, for every message takes a tick', () => {
    expect(latencyMs(1, 'any', { minMs: 0, maxMs: 0 })).toBe(1);
  });
});

describe('the pause before a repeated attempt', () => {
  // `retry.backoff.ms` 100, `retry.backoff.max.ms` 1 000, a jitter of 20 percent.
  const pauses = (attempt: number): readonly number[] =>
    names.map((name) => backoffMs(1, name, attempt, 100, 1_000, 20));

  it('is the initial one, give or take the jitter', () => {
    expect([Math.min(...pauses(0)), Math.max(...pauses(0))]).toEqual([80, 120]);
  });

  it('doubles with each attempt', () => {
    expect([Math.min(...pauses(2)), Math.max(...pauses(2))]).toEqual([320, 480]);
  });

  it('grows no more once it has come to the maximum', () => {
    expect(Math.min(...pauses(4))).toBe(800);
    expect(pauses(60)).toEqual(pauses(4));
  });

  it('is exact without a jitter', () => {
    const exact = [0, 1, 2, 3, 4].map((attempt) => backoffMs(1, 'any', attempt, 100, 1_000, 0));
    expect(exact).toEqual([100, 200, 400, 800, 1_000]);
  });
});
