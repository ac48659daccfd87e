import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../config';
import { createWorld } from '../createWorld';
import { openDraft } from '../draft';
import { isSessionValid, nextStaleCheckAt, touch } from './sessions';

describe('a session', () => {
  it('lasts up to 9 s after the last contact, that moment included', () => {
    expect(isSessionValid(1_000, 10_000, 9_000)).toBe(true);
    expect(isSessionValid(1_000, 10_001, 9_000)).toBe(false);
  });

  it('is over for a broker that never made contact', () => {
    expect(isSessionValid(null, 0, 9_000)).toBe(false);
  });
});

describe('the check for stale brokers', () => {
  it('runs every 1 125 ms, first when the oldest session can be over', () => {
    // A contact at 0 is stale from 9 001 on; the runs are at 9 000 and 10 125.
    expect(nextStaleCheckAt({ 1: 0, 2: 4_000 }, 100)).toBe(10_125);
  });

  it('finds a crash 9 to 10.125 s after the last contact', () => {
    for (let contact = 0; contact < 1_125; contact++) {
      const silent = (nextStaleCheckAt({ 1: contact }, contact) ?? 0) - contact;
      expect(silent).toBeGreaterThan(9_000);
      expect(silent).toBeLessThanOrEqual(10_125);
    }
  });

  it('is not due while no broker has a session', () => {
    expect(nextStaleCheckAt({}, 100)).toBeNull();
  });

  it('is never due in the past', () => {
    expect(nextStaleCheckAt({ 1: 0 }, 20_000)).toBe(20_250);
  });

  it('is not put off when another broker gives a sign of life', () => {
    const { controller: turn } = openDraft(createWorld(DEFAULT_SETTINGS, 1), 8_000);
    const { staleCheckDueAt } = turn.controller;
    for (const broker of [1, 2, 3]) touch(turn, broker);
    expect(turn.controller.lastContactAt).toEqual({ 1: 8_000, 2: 8_000, 3: 8_000 });
    expect(turn.controller.staleCheckDueAt).toBe(staleCheckDueAt);
  });
});
