// Plants each fault of test/mutants and prints a table: the promise that is meant to notice it, and
// whether it does; for the rest, the first test that does. Fails if one goes unnoticed. Each fault
// is planted in a process of its own, as many at a time as the machine has cores.
// `npm run test:mutants -- leader epoch`: only faults whose name has one of these words.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
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
const ALL_TESTS = [
  'test/{conformance,exploration,properties,scenarios}/**/*.test.ts',
  'src/sim/**/*.test.ts',
];

const planted = module.MUTANTS.find(({ name }) => name === process.env['HIGHWATER_MUTANT']);
process.exit((planted ? await isNoticed(planted) : await areNoticed()) ? 0 : 1);

/** Whether all that are asked for are noticed. */
async function areNoticed() {
  const words = process.argv.slice(2);
  const mutants = module.MUTANTS.filter(
    ({ name }) => words.length === 0 || words.some((word) => name.includes(word)),
  );
  const waiting = [...mutants];
  let noticed = 0;
  const takeTurns = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      if (await isNoticedApart(next)) noticed++;
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, takeTurns));
  const ofPromises = mutants.filter(({ meant }) => meant !== null).length;
  console.log(`\n${noticed} of ${mutants.length} planted faults were noticed,`);
  console.log(`${ofPromises} of them are asked of the promise that is meant for them.`);
  return noticed === mutants.length;
}

/**
 * Whether a fault is noticed, found out in a process of its own; what it says comes in one piece.
 * @param {Mutant} mutant
 * @returns {Promise<boolean>}
 */
function isNoticedApart({ name }) {
  const env = { ...process.env, HIGHWATER_MUTANT: name };
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url)], { env, stdio: 'pipe' });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
  return new Promise((done) =>
    child.on('close', (status) => {
      process.stdout.write(said);
      done(status === 0);
    }),
  );
}

/**
 * Whether a fault is noticed by what is meant to; prints its lines of the table.
 * @param {Mutant} mutant
 */
async function isNoticed({ name, parts, meant }) {
  const startedAt = performance.now();
  const caughtBy = await firstToNotice(meant === null ? ALL_TESTS : ['test/mutants/meant.ts']);
  const isAsMeant = caughtBy !== undefined && (meant === null || caughtBy.includes(meant));
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(0);
  const places = parts.map(({ module: place }) => place).join(', ');
  console.log(`${name} (${places}, ${seconds} s)`);
  console.log(`  meant:   ${meant ?? 'no promise; a test of the rule itself'}`);
  console.log(`  noticed: ${isAsMeant ? caughtBy : `BY NOBODY (${caughtBy ?? 'all tests pass'})`}`);
  return isAsMeant;
}

/**
 * The first test that fails under the fault that is planted, and what it says.
 * @param {string[]} include
 */
async function firstToNotice(include) {
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
