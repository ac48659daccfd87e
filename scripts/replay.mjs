// Plays a scenario file and prints its transcript; with --json a line of JSON for each checkpoint.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const USAGE = 'Usage: npm run --silent replay -- SCENARIO.json [--json]';
const UNREADABLE = 2;

const here = new URL('../', import.meta.url);
const given = process.argv.slice(2);
const paths = given.filter((one) => !one.startsWith('--'));
const strangers = given.filter((one) => one.startsWith('--') && one !== '--json');
const [path] = paths;

if (path === undefined || paths.length > 1 || strangers.length > 0) giveUp([USAGE]);
const text = textOf(path ?? '');

/** @typedef {typeof import('../src/share/replayText.ts')} ReplayModule */
/** @type {{ module: ReplayModule }} */
const { module } = await runnerImport(fileURLToPath(new URL('src/share/replayText.ts', here)), {
  configFile: false,
  root: fileURLToPath(here),
  logLevel: 'error',
});
const replayed = module.replayText(text, given.includes('--json'));
if ('problems' in replayed) giveUp(replayed.problems.map((problem) => `${path}: ${problem}`));
else {
  for (const line of replayed.lines) console.log(line);
  if (replayed.note !== null) console.error(replayed.note);
}

/** @param {string} from */
function textOf(from) {
  try {
    // Editors on Windows begin a file with a mark of its byte order.
    return readFileSync(from, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    return giveUp([`${from}: cannot be read (${String(error)})`]);
  }
}

/**
 * @param {readonly string[]} problems
 * @returns {never}
 */
function giveUp(problems) {
  for (const problem of problems) console.error(problem);
  process.exit(UNREADABLE);
}
