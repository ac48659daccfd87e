// Everything that must hold before a change lands, cheapest first. Stops at the first failure.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { findOrInstallBrowser } from './browser.mjs';

const UNIT_REPORT = 'reports/unit.json';
const BROWSER_REPORT = 'reports/browser.json';

const sections = [
  { name: 'Format', run: npm('format:check') },
  { name: 'Lint', run: npm('lint') },
  { name: 'Types', run: npm('types') },
  { name: 'Dead exports', run: npm('knip') },
  {
    name: 'Unit tests',
    run: npm(
      'test:unit',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${UNIT_REPORT}`,
    ),
  },
  { name: 'Build', run: npm('build') },
  { name: 'Size', run: npm('size') },
  { name: 'Browser', run: provideBrowser },
  { name: 'Browser tests', run: npm('test:browser') },
];

rmSync('reports', { recursive: true, force: true });
mkdirSync('reports');
const startedAt = performance.now();

for (const { name, run } of sections) {
  console.log(`\n=== ${name} ${'='.repeat(60 - name.length)}`);
  const sectionStartedAt = performance.now();
  const status = run();
  if (status !== 0) {
    console.error(`\n${name} failed after ${secondsSince(startedAt)} s.`);
    process.exit(status);
  }
  console.log(`--- ${name}: ${secondsSince(sectionStartedAt)} s`);
}

const unit = JSON.parse(readFileSync(UNIT_REPORT, 'utf8'));
const browser = JSON.parse(readFileSync(BROWSER_REPORT, 'utf8')).stats;
const passed = unit.numPassedTests + browser.expected + browser.flaky;
const failed = unit.numFailedTests + browser.unexpected;
const skipped = unit.numPendingTests + unit.numTodoTests + browser.skipped;

console.log(`\nAll sections passed in ${secondsSince(startedAt)} s.`);
if (browser.flaky > 0) console.log(`Browser tests that needed a second try: ${browser.flaky}`);
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exit(failed > 0 ? 1 : 0);

/**
 * A section that is an npm script. npm is started through Node because on Windows it is no program.
 * @param {string} script
 * @param {string[]} args
 * @returns {() => number}
 */
function npm(script, ...args) {
  const cli = process.env['npm_execpath'];
  const [command, first] = cli ? [process.execPath, [cli]] : ['npm', []];
  const line = [...first, 'run', '--silent', script, '--', ...args];
  return () => {
    const { status, error } = spawnSync(command, line, { stdio: 'inherit' });
    if (error) console.error(error.message);
    return status ?? 1;
  };
}

/** Finds or installs Chromium once, for the sections after this one. */
function provideBrowser() {
  try {
    process.env['CHROMIUM_PATH'] = findOrInstallBrowser();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  }
  console.log(process.env['CHROMIUM_PATH']);
  return 0;
}

/** @param {number} start */
function secondsSince(start) {
  return ((performance.now() - start) / 1000).toFixed(1);
}
