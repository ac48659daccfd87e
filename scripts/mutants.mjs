// Plants each fault of test/mutants in turn and prints a table: the promise that is meant to notice
// it, and whether it does; for the rest, the first test that does. Fails if one goes unnoticed.
// `npm run test:mutants -- leader epoch`: only faults whose name has one of these words.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { startVitest } from 'vitest/node';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const MINUTES_MAX = 5;

/** @typedef {{ readonly module: string }} Part */
/** @typedef {{ name: string, parts: readonly Part[], meant: string | null }} Mutant */

/** @type {{ module: { MUTANTS: readonly Mutant[] } }} */
const { module } = await runnerImport(join(ROOT, 'test/mutants/mutants.ts'));
const words = process.argv.slice(2);
const mutants = module.MUTANTS.filter(
  ({ name }) => words.length === 0 || words.some((word) => name.includes(word)),
);

const ALL_TESTS = [
  'test/{conformance,exploration,properties,scenarios}/**/*.test.ts',
  'src/sim/**/*.test.ts',
];

let missed = 0;
for (const { name, parts, meant } of mutants) {
  const startedAt = performance.now();
  const caughtBy = await firstToNotice(
    name,
    meant === null ? ALL_TESTS : ['test/mutants/meant.ts'],
  );
  const isNoticed = caughtBy !== undefined && (meant === null || caughtBy.includes(meant));
  if (!isNoticed) missed++;
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(0);
  const places = parts.map(({ module: place }) => place).join(', ');
  console.log(`${name} (${places}, ${seconds} s)`);
  console.log(`  meant:   ${meant ?? 'no promise; a test of the rule itself'}`);
  console.log(`  noticed: ${isNoticed ? caughtBy : `BY NOBODY (${caughtBy ?? 'all tests pass'})`}`);
}
const ofPromises = mutants.filter(({ meant }) => meant !== null).length;
console.log(`\n${mutants.length - missed} of ${mutants.length} planted faults were noticed,`);
console.log(`${ofPromises} of them are asked of the promise that is meant for them.`);
process.exit(missed === 0 ? 0 : 1);

/**
 * The first test that fails under a fault, and what it says.
 * @param {string} name
 * @param {string[]} include
 */
async function firstToNotice(name, include) {
  /** @type {string | undefined} */
  let caughtBy;
  /** @type {import('vitest/reporters').Reporter} */
  const reporter = {
    onTestCaseResult: (test) => {
      const [error] = test.result().errors ?? [];
      if (error) caughtBy ??= `${test.fullName}: ${sentenceOf(error)}`;
    },
    onTestModuleEnd: (file) => {
      const [error] = file.errors();
      if (error) caughtBy ??= `${file.moduleId}: ${sentenceOf(error)}`;
    },
  };
  process.env['HIGHWATER_MUTANT'] = name;
  const vitest = await startVitest('test', [], {
    config: false,
    watch: false,
    root: ROOT,
    environment: 'node',
    bail: 1,
    include,
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
