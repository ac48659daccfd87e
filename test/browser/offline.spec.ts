import { expect, type Page, test } from '@playwright/test';
import { builtFiles, nextRelease, startHost } from './releases';

test.use({ serviceWorkers: 'allow' });

test('opens and plays without a connection after the first visit', async ({ page, context }) => {
  const host = await startHost(builtFiles());
  await page.goto(host.address);
  await workerIsReady(page);
  host.close();
  await context.setOffline(true);
  await page.reload();
  await page.getByRole('button', { name: 'Produce', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Caption' })).toContainText('appended');
  await page.getByRole('button', { name: 'Settings' }).click();
  await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible();
});

test('shows one release or the next, and never a half of each', async ({ page, context }) => {
  const first = builtFiles();
  const host = await startHost(first);
  await page.goto(host.address);
  await workerIsReady(page);
  await page.reload();

  // While it is being put up, the next release is not looked at.
  const next = nextRelease(first);
  host.publish(new Map([...first, ['sw.js', next.get('sw.js') ?? '']]));
  await page.evaluate(async () => {
    const known = await navigator.serviceWorker.getRegistration();
    const done = new Promise<void>((resolve) => {
      known?.addEventListener('updatefound', () => {
        known.installing?.addEventListener('statechange', () => resolve());
      });
    });
    await known?.update();
    await done;
  });
  expect(await releasesKept(page)).toBe(1);

  host.publish(next);
  await page.evaluate(async () => {
    const known = await navigator.serviceWorker.getRegistration();
    await known?.update();
  });
  await expect.poll(() => isWaiting(page)).toBe(true);
  const other = await context.newPage();
  await other.goto(host.address);
  await expect(other).toHaveTitle('Highwater');
  await other.close();

  await page.reload();
  await expect(page).toHaveTitle('Next');
  await expect.poll(() => releasesKept(page)).toBe(1);
  host.close();
});

async function workerIsReady(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await expect.poll(() => workerState(page)).toBe('activated');
}

function workerState(page: Page): Promise<string | undefined> {
  return page.evaluate(async () => {
    const known = await navigator.serviceWorker.getRegistration();
    return known?.active?.state;
  });
}

function isWaiting(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    const known = await navigator.serviceWorker.getRegistration();
    return Boolean(known?.waiting);
  });
}

function releasesKept(page: Page): Promise<number> {
  return page.evaluate(async () => (await caches.keys()).length);
}
