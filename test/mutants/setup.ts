import { MUTANTS } from './mutants';
import { plantFault } from './plant';

// Every test file of such a run sees the fault: `npm run test:mutants` asks which of them notice.
const mutant = MUTANTS.find(({ name }) => name === process.env['HIGHWATER_MUTANT']);
if (mutant === undefined) throw new Error(`No mutant ${process.env['HIGHWATER_MUTANT'] ?? ''}.`);
plantFault(mutant);
