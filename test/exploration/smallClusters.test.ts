import { describe, expect, it } from 'vitest';
import { isLong } from '../properties/effort';
import { smallSettings } from '../script';
import { explore, type Budget } from './explore';

/** All messages take a tick, so that what was sent before does not matter. */
const STEADY = { withinRackLatency: { minMs: 1, maxMs: 1 } };
const LONG_TIMEOUT_MS = 3_600_000;

interface Case extends Budget {
  readonly brokers: number;
  readonly minimum: number;
}

const CASES: readonly Case[] = [
  { brokers: 2, minimum: 1, records: 1, crashes: 1, starts: 0, losses: 0 },
  { brokers: 2, minimum: 2, records: 1, crashes: 1, starts: 0, losses: 0 },
  { brokers: 2, minimum: 1, records: 1, crashes: 0, starts: 0, losses: 1 },
  { brokers: 3, minimum: 2, records: 1, crashes: 1, starts: 0, losses: 0 },
];

const LONG_CASES: readonly Case[] = [
  { brokers: 2, minimum: 1, records: 2, crashes: 1, starts: 0, losses: 0 },
  { brokers: 2, minimum: 2, records: 2, crashes: 1, starts: 0, losses: 0 },
  { brokers: 2, minimum: 1, records: 1, crashes: 1, starts: 1, losses: 0 },
  { brokers: 2, minimum: 1, records: 1, crashes: 1, starts: 0, losses: 1 },
  { brokers: 2, minimum: 1, records: 2, crashes: 1, starts: 0, losses: 1 },
  { brokers: 3, minimum: 2, records: 1, crashes: 0, starts: 0, losses: 1 },
  { brokers: 3, minimum: 2, records: 1, crashes: 1, starts: 1, losses: 0 },
  { brokers: 3, minimum: 2, records: 1, crashes: 1, starts: 0, losses: 1 },
];

describe('everything that can happen to a few brokers keeps every promise', () => {
  for (const { brokers, minimum: minInsyncReplicas, ...budget } of [
    ...CASES,
    ...(isLong ? LONG_CASES : []),
  ]) {
    const size = `${brokers} brokers, a minimum of ${minInsyncReplicas}`;
    it(
      `whatever comes of ${inWords(budget)}, with ${size}`,
      { timeout: isLong ? LONG_TIMEOUT_MS : 60_000 },
      () => {
        const replicationFactor = brokers;
        const settings = smallSettings({
          brokers,
          replicationFactor,
          minInsyncReplicas,
          ...STEADY,
        });
        const found = explore({ settings, seed: 1, budget, statesMax: 2_000_000 });
        if (isLong) {
          console.log(`${size}; ${inWords(budget)}: ${found.states} states, ${found.steps} steps`);
        }
        expect(found.counterexample).toBeNull();
        expect(found.isClosed).toBe(true);
      },
    );
  }
});

function inWords(budget: Budget): string {
  const counts = Object.entries(budget).filter(([, count]) => count > 0);
  return counts.map(([what, count]) => `${what}: ${count}`).join(', ');
}
