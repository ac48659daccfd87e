import { afterEach, describe, expect, it } from 'vitest';
import { MUTANTS } from './mutants';
import { plantFault, pullFault } from './plant';

// The whole list, under all tests, is `npm run test:mutants`.
const blatant = MUTANTS.filter(({ isBlatant }) => isBlatant);

describe('the random search notices a planted fault', () => {
  afterEach(() => {
    for (const mutant of blatant) pullFault(mutant);
  });

  for (const mutant of blatant) {
    it(`a search notices that ${mutant.name}`, async () => {
      plantFault(mutant);
      const { hunt } = await import('./hunt');
      expect(hunt()).not.toBeNull();
    });
  }
});
