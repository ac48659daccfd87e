// Takes the pictures for README.md, light and dark, from the built site: a record on its way to the
// follower that is left after a crash. They are made small enough to live in the repository.
import { statSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { BROWSER_ARGS, findOrInstallBrowser } from './browser.mjs';

const SCREEN = { width: 1360, height: 765 };
const SIZE_MAX = 250_000;
const FASTEST = '8';
/** How often → is pressed after the second record was sent: until the follower has it. */
const EVENTS_AFTER_PRODUCE = 3;

const site = process.env['HIGHWATER_TEST_SITE'] ?? 'dist';
const server = await preview({
  build: { outDir: site },
  preview: { host: 'localhost', port: 4273, strictPort: false },
});
const address = server.resolvedUrls?.local[0];
if (!address) throw new Error('the preview server gave no address');
const browser = await chromium.launch({
  executablePath: findOrInstallBrowser(),
  args: BROWSER_ARGS,
});
try {
  await takeShot('light');
  await takeShot('dark');
} finally {
  await browser.close();
  await server.close();
}

/** @param {'light' | 'dark'} colorScheme */
async function takeShot(colorScheme) {
  const page = await browser.newPage({ viewport: SCREEN, colorScheme });
  await page.goto(address ?? '', { waitUntil: 'networkidle' });
  await tellUntilMidFlight(page);
  const path = `docs/screenshot-${colorScheme}.png`;
  await page.mouse.move(1, 1);
  await page.screenshot({ path });
  const { size } = statSync(path);
  if (size > SIZE_MAX) throw new Error(`${path} has ${size} bytes, more than ${SIZE_MAX}`);
  console.log(`${path} ${Math.round(size / 1000)} kB`);
}

/**
 * A record, a crash of its leader, an election, and another record half way to the follower.
 * @param {import('@playwright/test').Page} page
 */
async function tellUntilMidFlight(page) {
  const press = (/** @type {string} */ name) =>
    page.getByRole('button', { name, exact: true }).click();
  const settled = () => page.getByRole('button', { name: 'Play', exact: true }).waitFor();
  await page.getByLabel('Speed').selectOption(FASTEST);
  await press('Produce');
  await settled();
  await page.getByRole('button', { name: /^Broker 1, .*: menu$/ }).click();
  await page.getByRole('menuitem', { name: 'Crash' }).click();
  await settled();
  await page.getByLabel('Speed').selectOption('1');
  await press('Produce');
  await press('Pause');
  for (let event = 0; event < EVENTS_AFTER_PRODUCE; event += 1) await press('Next event');
  await page.getByRole('slider').focus();
  // Half a story second earlier the record is on its way.
  await page.keyboard.press('ArrowLeft');
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
}
