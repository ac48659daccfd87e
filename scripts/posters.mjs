// Takes a picture of each scene at rest from the built site, for pages that can only show a picture
// that links to the run. They are published with the site, in posters/.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { BROWSER_ARGS, findOrInstallBrowser } from './browser.mjs';

const SIZE = { width: 960, height: 540 };
const BYTES_MAX = 60_000;
const QUALITY = 0.85;
const FOLDER = 'public/posters';

const server = await preview({ preview: { host: 'localhost', port: 4274, strictPort: false } });
const address = server.resolvedUrls?.local[0];
if (!address) throw new Error('the preview server gave no address');
const browser = await chromium.launch({
  executablePath: findOrInstallBrowser(),
  args: BROWSER_ARGS,
});
mkdirSync(FOLDER, { recursive: true });
try {
  for (const scene of scenes()) await takePoster(scene);
} finally {
  await browser.close();
  await server.close();
}

/** The ids of the scenes, as src/lessons/loadScene.ts lists them. */
function scenes() {
  const source = readFileSync('src/lessons/loadScene.ts', 'utf8');
  const list = /FIGURE_IDS = \[([^\]]*)\]/.exec(source)?.[1] ?? '';
  const ids = [...list.matchAll(/'(\w+)'/g)].map(([, id]) => String(id));
  if (ids.length === 0) throw new Error('src/lessons/loadScene.ts lists no scene');
  return ids;
}

/** @param {string} scene */
async function takePoster(scene) {
  const page = await browser.newPage({ viewport: SIZE, colorScheme: 'light' });
  await page.goto(`${address}embed.html?scene=${scene}`, { waitUntil: 'networkidle' });
  await page.getByRole('button', { name: /^Broker 1, / }).waitFor();
  const shot = await page.screenshot();
  const picture = await asWebp(page, shot.toString('base64'));
  const path = `${FOLDER}/${scene}.webp`;
  if (picture.length > BYTES_MAX) throw new Error(`${path} has ${picture.length} bytes`);
  writeFileSync(path, picture);
  console.log(`${path} ${Math.round(picture.length / 1000)} kB`);
  await page.close();
}

/**
 * The browser itself makes the picture small.
 * @param {import('@playwright/test').Page} page
 * @param {string} png as base64
 */
async function asWebp(page, png) {
  const url = await page.evaluate(
    async ({ png, quality }) => {
      const image = new Image();
      image.src = `data:image/png;base64,${png}`;
      await image.decode();
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [image.width, image.height];
      canvas.getContext('2d')?.drawImage(image, 0, 0);
      return canvas.toDataURL('image/webp', quality);
    },
    { png, quality: QUALITY },
  );
  return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
}
