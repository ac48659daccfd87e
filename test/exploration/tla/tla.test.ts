import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isLong } from '../../properties/effort';
import {
  runTlaExhaustive,
  runTlaTrace,
  runTlaViolation,
  type GivenModel,
  type GivenViolation,
} from './adapter';
import type { InvariantName } from './invariants';
import type { TraceVector } from './replay';

interface Exhaustive {
  readonly id: string;
  readonly op: 'tlaExhaustive';
  readonly given: GivenModel;
  readonly expect: { readonly distinctStates: number; readonly diameter: number };
}

interface Violation {
  readonly id: string;
  readonly op: 'tlaViolation';
  readonly given: GivenViolation;
  readonly expect: { readonly violated: InvariantName; readonly traceStates: number };
}

interface Trace extends TraceVector {
  readonly id: string;
  readonly op: 'tlaTrace';
}

type Vector = Exhaustive | Violation | Trace | { readonly op: 'another' };

/** More states than this are only explored in the long run. */
const STATES_MAX = 100_000;
/** A vector of a violation does not say how many states come before it: here 325 799. */
const LONG_VIOLATIONS = ['tla-violation-23'];

const { vectors } = readVectors();

describe('the TLA+ models of replication', () => {
  for (const { id, given, expect: wanted } of vectors.filter((one) => one.op === 'tlaExhaustive')) {
    if (wanted.distinctStates > STATES_MAX && !isLong) continue;
    it(`reach exactly the ${wanted.distinctStates} states of ${given.spec} in ${id}`, () => {
      expect(runTlaExhaustive(given)).toEqual(wanted);
    });
  }

  for (const { id, given, expect: wanted } of vectors.filter((one) => one.op === 'tlaViolation')) {
    if (LONG_VIOLATIONS.includes(id) && !isLong) continue;
    it(`break ${wanted.violated} of ${given.spec} as shortly as TLC in ${id}`, () => {
      const { violated, traceStates } = runTlaViolation(given);
      expect(violated).toBe(wanted.violated);
      expect(Math.abs(traceStates - wanted.traceStates)).toBeLessThanOrEqual(2);
    });
  }

  for (const vector of vectors.filter((one) => one.op === 'tlaTrace')) {
    const { violated } = vector.expect;
    it(`go the way of ${vector.id} and keep ${violated} until its last state`, () => {
      expect(runTlaTrace(vector)).toEqual(vector.expect);
      expect(vector.expect.violatedAtState).toBe(vector.expect.states.length - 1);
    });
  }
});

function readVectors(): { readonly vectors: readonly Vector[] } {
  const path = new URL('../../conformance/vectors.json', import.meta.url);
  return JSON.parse(readFileSync(path, 'utf8'));
}
