import { afterEach, describe, expect, it } from 'vitest';
import { INVARIANTS } from '../../src/sim/invariants/all';
import { MUTANTS } from './mutants';
import { plantFault, pullFault } from './plant';
import { PROMISE } from './promise';

const SCRIPTS_MAX = 40;

// The whole list, under all tests, is `npm run test:mutants`.
const blatant = MUTANTS.filter(({ isBlatant }) => isBlatant);

it('every promise that a fault is meant to break is one that is looked at', () => {
  const { once, settles, agrees } = PROMISE;
  const known = [...INVARIANTS.map(({ name }) => name), once, settles, agrees];
  const meant = MUTANTS.flatMap((mutant) => mutant.meant ?? []);
  expect(meant.filter((promise) => !known.includes(promise))).toEqual([]);
  expect(meant.length).toBeGreaterThanOrEqual(15);
});

describe('the random search notices a planted fault', () => {
  afterEach(() => {
    for (const mutant of blatant) pullFault(mutant);
  });

  for (const mutant of blatant) {
    it(`a search notices that ${mutant.name}`, async () => {
      plantFault(mutant);
      const { hunt } = await import('./hunt');
      expect(hunt(SCRIPTS_MAX)).not.toBeNull();
    });
  }
});
