import { describe, expect, it } from 'vitest';
import { meaningOf } from '../../src/sim/kafkaError';
import { isLong } from '../properties/effort';
import { ADAPTERS } from './adapter/byOp';
import { SKIPPED_OPS } from './skipped';
import { readVectors, type Vector } from './vector';
import { verdictOn, whySkipped } from './verdict';

const { vectors: kafkas, errors = [] } = readVectors(new URL('vectors.json', import.meta.url));
const { vectors: own } = readVectors(new URL('ownVectors.json', import.meta.url));
const vectors = [...kafkas, ...own];
const counted = vectors.filter((vector) => whySkipped(vector) === null);
/** A model of more states than this is explored in the long run only. */
const STATES_MAX = 100_000;

describe.each(opsOf(counted))('%s', (op) => {
  const ofOp = counted.filter(
    (vector) => vector.op === op && (isLong || statesOf(vector) <= STATES_MAX),
  );
  const cases = ofOp.map((vector) => ({ vector }));

  it.each(cases)('ends as Kafka has it in $vector.id', ({ vector }) => {
    expect(verdictOn(vector)).toEqual({ type: 'passed' });
  });
});

describe('the vectors that are left out', () => {
  it('are of rules, steps and stories that are named with a reason', () => {
    const out = vectors.filter((vector) => whySkipped(vector) !== null);
    const reasons = Object.values(SKIPPED_OPS);
    expect(out.filter((vector) => !reasons.includes(whySkipped(vector) ?? ''))).toEqual([]);
    expect(opsOf(out)).toEqual(Object.keys(SKIPPED_OPS).toSorted());
  });

  it('leave every other rule with vectors that count', () => {
    const others = opsOf(vectors).filter((op) => SKIPPED_OPS[op] === undefined);
    expect(opsOf(counted)).toEqual(others);
    expect(Object.keys(ADAPTERS).toSorted()).toEqual(others);
  });
});

it('gives every error the number and the consequences that Kafka gives it', () => {
  // There is no meaning of an error that the simulation does not have.
  const ours = errors
    .map(({ name }) => ({ name, ...meaningOf(name) }))
    .filter((error) => 'code' in error);
  expect(ours).toEqual(errors.filter(({ name }) => ours.some((error) => error.name === name)));
  expect(ours.length).toBeGreaterThan(25);
});

/** How many states a vector says that there are; none if it does not say. */
function statesOf({ expect: wanted }: Vector): number {
  const hasStates = typeof wanted === 'object' && wanted !== null && 'distinctStates' in wanted;
  return hasStates ? Number(wanted.distinctStates) : 0;
}

function opsOf(some: readonly Vector[]): readonly string[] {
  return [...new Set(some.map(({ op }) => op))].toSorted();
}
