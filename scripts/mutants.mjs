// Plants each fault of test/mutants in turn and prints which test notices it. Fails if none does.
// `npm run test:mutants -- leader epoch`: only faults whose name has one of these words.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { startVitest } from 'vitest/node';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const MINUTES_MAX = 5;

/** @typedef {{ name: string, module: string }} Mutant */

/** @type {{ module: { MUTANTS: readonly Mutant[] } }} */
const { module } = await runnerImport(join(ROOT, 'test/mutants/mutants.ts'));
const words = process.argv.slice(2);
const mutants = module.MUTANTS.filter(
  ({ name }) => words.length === 0 || words.some((word) => name.includes(word)),
);

let missed = 0;
for (const { name, module: place } of mutants) {
  const startedAt = performance.now();
  const caughtBy = await firstToNotice(name);
  if (caughtBy === undefined) missed++;
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(0);
  console.log(`${name}\n  ${place}, ${seconds} s: ${caughtBy ?? 'NOBODY NOTICED'}`);
}
console.log(`\n${mutants.length - missed} of ${mutants.length} planted faults were noticed.`);
process.exit(missed === 0 ? 0 : 1);

/**
 * The first test that fails under a fault, and what it says.
 * @param {string} name
 */
async function firstToNotice(name) {
  /** @type {string | undefined} */
  let caughtBy;
  /** @type {import('vitest/reporters').Reporter} */
  const reporter = {
    onTestCaseResult: (test) => {
      const [error] = test.result().errors ?? [];
      if (error) caughtBy ??= `${test.fullName}\n    ${sentenceOf(error)}`;
    },
    onTestModuleEnd: (file) => {
      const [error] = file.errors();
      if (error) caughtBy ??= `${file.moduleId}\n    ${sentenceOf(error)}`;
    },
  };
  process.env['HIGHWATER_MUTANT'] = name;
  const vitest = await startVitest('test', [], {
    config: false,
    watch: false,
    root: ROOT,
    environment: 'node',
    bail: 1,
    include: [
      'test/{conformance,exploration,properties,scenarios}/**/*.test.ts',
      'src/sim/**/*.test.ts',
    ],
    exclude: ['test/properties/{longRun,seeking}.test.ts'],
    setupFiles: [join(ROOT, 'test/mutants/setup.ts')],
    testTimeout: MINUTES_MAX * 60_000,
    reporters: [reporter],
  });
  await vitest.close();
  process.exitCode = 0;
  return caughtBy;
}

/**
 * The innermost cause, on one line: that of a property is the promise that broke.
 * @param {import('vitest').TestError} error
 * @returns {string}
 */
function sentenceOf({ cause, message }) {
  return cause ? sentenceOf(cause) : (message.split('\n')[0] ?? '').slice(0, 150);
}
