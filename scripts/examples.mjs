// Builds the projects in examples/ with the tools themselves and looks at what came out in a real
// browser: `npm run examples`, or `npm run examples docusaurus reveal`. What is fetched and built
// lies in reports/examples, so that nothing is left in examples/.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { BROWSER_ARGS, findOrInstallBrowser } from './browser.mjs';
import { lookAt } from './exampleLooks.mjs';
import { EXAMPLES } from './exampleProjects.mjs';

const WHERE = 'reports/examples';
const OUTPUTS = ['.venv', 'node_modules', 'highwater', 'build', 'site', 'dist', 'cache'];

const asked = process.argv.slice(2);
const known = Object.keys(EXAMPLES);
const unknown = asked.find((name) => !known.includes(name));
if (unknown) throw new Error(`There is no example ${unknown}. There are ${known.join(', ')}.`);
const names = asked.length > 0 ? asked : known;

if (!existsSync('dist/kafka-replication.js')) run('.', ['npm', 'run', 'build']);
const browser = await chromium.launch({
  executablePath: findOrInstallBrowser(),
  args: BROWSER_ARGS,
});
const failed = [];
for (const name of names) {
  try {
    console.log(`${name}: ${await tryOut(name)}`);
  } catch (error) {
    failed.push(name);
    console.error(`${name}: FAILED.`, error instanceof Error ? error.message : error);
  }
}
await browser.close();
console.log(`${names.length - failed.length} of ${names.length} examples work`);
if (failed.length > 0) process.exit(1);

/**
 * Builds one example and looks at it. Returns what was done and seen; throws on what is wrong.
 * @param {string} name
 */
async function tryOut(name) {
  const project = EXAMPLES[name];
  if (!project) throw new Error(`There is no example ${name}.`);
  const folder = copied(name, project.highwater);
  const installed = timed(() => install(folder, project.installer));
  const built = timed(() => project.build && run(folder, project.build));
  const server = await preview({
    configFile: false,
    root: folder,
    base: project.base,
    appType: 'mpa',
    logLevel: 'error',
    build: { outDir: project.site },
    preview: { host: 'localhost', port: 4275, strictPort: false },
  });
  try {
    const address = server.resolvedUrls?.local[0];
    if (!address) throw new Error('the preview server gave no address');
    const pictures = join(WHERE, 'pictures', name);
    mkdirSync(pictures, { recursive: true });
    const seen = await lookAt(browser, project, address, pictures);
    return `installed in ${installed} s, built in ${built} s; ${seen}`;
  } finally {
    await server.close();
  }
}

/**
 * A fresh copy of the example, with the built Highwater in it. What was installed earlier stays.
 * @param {string} name
 * @param {string} highwater
 */
function copied(name, highwater) {
  const folder = join(WHERE, name);
  mkdirSync(folder, { recursive: true });
  const isSource = (/** @type {string} */ path) => !OUTPUTS.includes(basename(path));
  cpSync(join('examples', name), folder, { recursive: true, filter: isSource });
  rmSync(join(folder, highwater), { recursive: true, force: true });
  cpSync('dist', join(folder, highwater), { recursive: true });
  return folder;
}

/**
 * @param {string} folder
 * @param {'npm' | 'pip' | undefined} installer
 */
function install(folder, installer) {
  if (installer === 'npm') run(folder, ['npm', 'install', '--no-audit', '--no-fund']);
  if (installer !== 'pip') return;
  run(folder, ['python3', '-m', 'venv', '.venv']);
  run(folder, ['.venv/bin/pip', 'install', '--quiet', '-r', 'requirements.txt']);
}

/**
 * Runs a command; what it prints is shown only when it fails.
 * @param {string} folder
 * @param {readonly string[]} command
 */
function run(folder, [command = '', ...args]) {
  // Vite has set NODE_ENV, and npm would leave out what is only needed to build.
  const { NODE_ENV: _, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: folder,
    encoding: 'utf8',
    env,
  });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}\n${stdout}\n${stderr}`);
}

/** @param {() => void} work */
function timed(work) {
  const start = performance.now();
  work();
  return ((performance.now() - start) / 1000).toFixed(1);
}
