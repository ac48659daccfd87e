// Finds a Chromium that really starts, or installs one. `node scripts/browser.mjs` prints its path.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const USUAL_PATHS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];
const DEBIAN_PACKAGES = ['chromium', 'fonts-liberation', 'fonts-noto-color-emoji'];

/** Arguments every headless start here needs: it may run as root, without a GPU or a network. */
export const BROWSER_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * The path of a Chromium on this machine, or undefined.
 * @returns {string | undefined}
 */
export function findBrowser() {
  const chosen = process.env['CHROMIUM_PATH'];
  if (chosen) {
    if (!existsSync(chosen)) throw new Error(`CHROMIUM_PATH names no file: ${chosen}`);
    return chosen;
  }
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...USUAL_PATHS, chromium.executablePath()].find(starts);
}

/**
 * The path of a Chromium, installed now if there was none. Throws if none can be had.
 * @returns {string}
 */
export function findOrInstallBrowser() {
  const found = findBrowser();
  if (found) return found;
  installFromDebian();
  const installed = findBrowser() ?? (installFromPlaywright(), findBrowser());
  if (installed) return installed;
  throw new Error('No Chromium found or installed. Install one and set CHROMIUM_PATH to its path.');
}

/**
 * A file may be there and still not start: Ubuntu's chromium-browser only points to a snap.
 * @param {string} path
 */
function starts(path) {
  if (!existsSync(path)) return false;
  // Chrome on Windows answers --version by opening a window.
  if (process.platform === 'win32') return true;
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0;
}

function installFromDebian() {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !existsSync('/usr/bin/apt-get')) return;
  run('apt-get', ['update', '-qq']);
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...DEBIAN_PACKAGES]);
}

function installFromPlaywright() {
  run('npx', ['playwright', 'install', 'chromium']);
}

/**
 * Runs a step of the installation; what it prints goes to stderr, since stdout is for the path.
 * A failure is only told: the next way may succeed.
 * @param {string} command
 * @param {string[]} args
 */
function run(command, args) {
  console.error(`No Chromium yet: ${command} ${args.join(' ')}`);
  try {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const shell = process.platform === 'win32';
    execFileSync(command, args, { stdio: ['ignore', 2, 2], env, shell });
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(findOrInstallBrowser());
