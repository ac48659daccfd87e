import { it } from 'vitest';
import { hunt } from './hunt';
import { MUTANTS } from './mutants';

// Run by `npm run test:mutants` with a planted fault: fails when the promise that is meant to
// notice it does, however many others break as well.
const SCRIPTS_MAX = 600;
const mutant = MUTANTS.find(({ name }) => name === process.env['HIGHWATER_MUTANT']);

it('the promise that is meant for it', () => {
  const prey = hunt(SCRIPTS_MAX, mutant?.meant ?? null);
  if (prey !== null) throw new Error(`${prey.promise} (random script ${prey.scripts})`);
});
