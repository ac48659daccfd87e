import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { disagreements } from './agreement';
import { effort, searchTimeoutMs } from './effort';
import { heal, play } from './play';
import { anyScript } from './scripts';

/** Longer than delivery.timeout.ms and a session: nobody has anything left to wait for then. */
const HEALED_WITHIN_MS = 200_000;

describe('a cluster whose brokers are all started and whose load is off', () => {
  it(
    'settles, and then all copies of a partition are the same',
    () => {
      fc.assert(
        fc.property(anyScript(6), (script) => {
          const healed = heal(play(script), HEALED_WITHIN_MS);
          if (healed === null) throw new Error('It does not settle.');
          expect(disagreements(healed)).toEqual([]);
        }),
        effort(30, 3_000),
      );
    },
    searchTimeoutMs,
  );
});
