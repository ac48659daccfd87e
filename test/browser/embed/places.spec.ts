import { copyFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from '@playwright/test';
import { embedCode } from '../../../src/view/share/embedCode';
import { siteAt } from '../../../src/view/share/site';
import { button, caption } from '../person';
import { expectAtStart, frameOf, SITE, test } from './hosted';

test('the single file opens from a folder and asks for nothing else', async ({
  page,
  complaints,
}) => {
  const file = fileOf('highwater.html');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`${file}?lesson=failover&step=2`);
  await expect(page.getByRole('region', { name: 'Lesson: Failover' })).toBeVisible();
  await button(page, 'Settings').click();
  await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible();
  const others = asked.filter((url) => !url.startsWith('data:') && !url.startsWith(file));
  expect(others).toEqual([]);
  // The file itself, which is at no origin.
  complaints.length = 0;
});

test('the pages of the site go on to the single file when they are opened from a folder', async ({
  page,
  complaints,
}) => {
  await page.goto(`${fileOf('index.html')}?scene=copies#here`);
  await expect(page).toHaveURL(`${fileOf('highwater.html')}?scene=copies#here`);
  await expect(caption(page)).toContainText('Figure 2.');
  await expect(button(page, 'Settings')).toBeVisible();
  await page.goto(`${fileOf('embed.html')}?scene=copies`);
  await expect(caption(page)).toContainText('Figure 2.');
  await expect(button(page, 'Settings')).toBeHidden();
  // What a browser says of modules in a folder.
  complaints.length = 0;
});

test('a page of the site that lies in a folder by itself says what it needs', async ({
  page,
  complaints,
}, testInfo) => {
  for (const file of ['embed.html', 'whereFrom.js', 'fromFolder.js'])
    await copyFile(resolve(SITE, file), testInfo.outputPath(file));
  await page.goto(pathToFileURL(testInfo.outputPath('embed.html')).href);
  await expect(page.getByRole('paragraph')).toHaveText(
    'This page needs a web server, or the file highwater.html beside it.',
  );
  complaints.length = 0;
});

test('the element is at home in a page that was opened from a folder', async ({
  page,
  complaints,
}, testInfo) => {
  const host = testInfo.outputPath('host.html');
  const script = `<script src="${fileOf('kafka-replication.js')}"></script>`;
  await writeFile(host, `<kafka-replication scene="copies"></kafka-replication>${script}`);
  await page.goto(pathToFileURL(host).href);
  await expect(caption(page)).toContainText('Figure 2.');
  await button(page, 'Next event').click();
  await expect(caption(page)).not.toContainText('Figure 2.');
  complaints.length = 0;
});

test('embed.html that is asked for nothing shows the opening cluster, without the rest', async ({
  page,
}) => {
  await page.goto('./embed.html');
  await expect(caption(page)).toContainText('Press Produce');
  await expectAtStart(page);
  await expect(button(page, 'Settings')).toBeHidden();
  await expect(page.getByRole('tab')).toHaveCount(0);
});

test('the single file lives in a sandbox from another origin', async ({ page, host, baseURL }) => {
  const sandboxed = frameOf(
    baseURL,
    'highwater.html?scene=copies&ui=stage',
    'sandbox="allow-scripts"',
  );
  await page.goto(await host(sandboxed));
  const frame = page.frameLocator('iframe');
  await expect(frame.locator('.captionText')).toContainText('Figure 2.');
  await frame.getByRole('button', { name: 'Next event' }).click();
  await expect(frame.locator('.captionText')).not.toContainText('Figure 2.');
});

test('embed.html lives in a sandbox whose host lets its scripts be fetched', async ({
  page,
  host,
}) => {
  const site = await host('', { 'access-control-allow-origin': '*' });
  const sandboxed = frameOf(site, 'embed.html?scene=copies', 'sandbox="allow-scripts"');
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(await host(sandboxed));
  const frame = page.frameLocator('iframe');
  await expect(frame.locator('.captionText')).toContainText('Figure 2.');
  expect(complaints).toEqual([]);
});

test('all of it obeys a policy that allows nothing but its own files', async ({ page, host }) => {
  const element =
    '<kafka-replication scene="copies"></kafka-replication>' +
    '<script src="kafka-replication.js"></script>';
  const site = await host(element, {
    'content-security-policy': "default-src 'self'",
  });
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  for (const path of ['index.html?scene=copies', 'embed.html?scene=copies', '']) {
    await page.goto(`${site}/${path}`);
    await expect(caption(page)).toContainText('Figure 2.');
    await button(page, 'Next event').click();
    await expect(caption(page)).not.toContainText('Figure 2.');
  }
  expect(complaints).toEqual([]);
});

test('the code that is offered stands under that policy, and looks as it says', async ({
  page,
  host,
}) => {
  const site = siteAt('https://example.org/');
  const place = { moment: { scene: 'copies' }, run: null };
  const looks = { ui: 'stage', theme: 'light', height: 600 } as const;
  const offered = (['frame', 'element'] as const)
    .map((as) => embedCode(site, place, { ...looks, as }).replaceAll(site.page, ''))
    .join('');
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  await page.goto(await host(offered, { 'content-security-policy': "default-src 'self'" }));
  const [frame, element] = [page.locator('iframe'), page.locator('kafka-replication')];
  await expect(element.locator('.captionText')).toContainText('Figure 2.');
  await expect(frame.contentFrame().locator('.captionText')).toContainText('Figure 2.');
  for (const figure of [frame, element]) {
    await expect(figure).toHaveCSS('border-top-width', '0px');
    expect((await figure.boundingBox())?.height).toBe(600);
  }
  await element.evaluate((one) => one.setAttribute('height', '480'));
  expect((await element.boundingBox())?.height).toBe(480);
  await element.evaluate((one) => one.setAttribute('height', 'tall'));
  expect((await element.boundingBox())?.height).toBe(640);
  expect(complaints).toEqual([]);
});

test('where neither storage nor the clipboard can be had, only they are missing', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const no = () => {
      throw new DOMException('not here', 'SecurityError');
    };
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
      Object.defineProperty(window, name, { get: no });
    Object.defineProperty(navigator, 'clipboard', { get: no });
  });
  await page.goto('./?lesson=failover');
  await expect(page.getByRole('region', { name: 'Lesson: Failover' })).toBeVisible();
  await page.getByRole('radio', { name: 'Dark' }).check({ force: true });
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await button(page, 'Produce a record').click();
  await expect(caption(page)).not.toContainText('Nothing has happened yet.');
});

for (const [width, height] of [
  [640, 400],
  [360, 640],
] as const) {
  test(`a frame of ${width} × ${height} has room for the figure`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await page.goto('./embed.html?scene=copies');
    await expect(caption(page)).toContainText('Figure 2.');
    await expectAtStart(page);
    await expect(button(page, 'Play')).toBeInViewport({ ratio: 1 });
    await expect(caption(page)).toBeInViewport({ ratio: 1 });
    const needed = await page.evaluate(() => {
      const { scrollWidth, scrollHeight } = document.documentElement;
      return { scrollWidth, scrollHeight };
    });
    expect(needed.scrollWidth).toBeLessThanOrEqual(width);
    if (height === 400) expect(needed.scrollHeight).toBeLessThanOrEqual(height);
  });
}

/** The address of a file of the site in its folder. */
function fileOf(name: string): string {
  return pathToFileURL(resolve(SITE, name)).href;
}
