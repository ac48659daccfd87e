// Takes pictures of the built site, light and dark, into reports/shots.
import { mkdirSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { BROWSER_ARGS, findOrInstallBrowser } from './browser.mjs';

const FOLDER = 'reports/shots';
const SCREEN = { width: 1440, height: 900 };

mkdirSync(FOLDER, { recursive: true });
const server = await preview({ preview: { host: 'localhost', port: 4273 } });
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
  await page.goto(address ?? '');
  await page.screenshot({ path: `${FOLDER}/${colorScheme}.png` });
  console.log(`${FOLDER}/${colorScheme}.png`);
}
