import { describe, expect, it } from 'vitest';
import { smallSettings } from '../script';
import { isLong } from '../properties/effort';
import { explore } from './explore';
import type { Budget } from './explore';

const two = { brokers: 2, replicationFactor: 2 };
const steady = { withinRackLatency: { minMs: 1, maxMs: 1 } };

const SEARCHES: Readonly<Record<string, Budget>> = {
  'one record and one crash': { records: 1, crashes: 1, starts: 0 },
};
const LONG_SEARCHES: Readonly<Record<string, Budget>> = {
  'one record, one crash and one return': { records: 1, crashes: 1, starts: 1 },
};

describe('everything that can happen to two brokers within a budget keeps every promise', () => {
  for (const [name, budget] of Object.entries({ ...SEARCHES, ...(isLong ? LONG_SEARCHES : {}) })) {
    for (const minInsyncReplicas of [1, 2]) {
      it(`no step of ${name} harms any, with a minimum of ${minInsyncReplicas}`, () => {
        const settings = smallSettings({ ...two, ...steady, minInsyncReplicas });
        const found = explore({ settings, seed: 1, budget, statesMax: 200_000 });
        if (isLong) console.log(`${found.states} states, ${found.steps} steps`);
        expect(found.counterexample).toBeNull();
        expect(found.isClosed).toBe(true);
      });
    }
  }
});
