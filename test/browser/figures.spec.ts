import { gzipSync } from 'node:zlib';
import { expect } from '@playwright/test';
import { kept, keptText, print, watchCosts } from './costs';
import { button, clock, open, speed } from './person';
import { test } from './watched';

const IS_LONG = Boolean(process.env['HIGHWATER_LONG']);
/** By then the list of events has as many lines as it ever has. */
const FIRST_SECONDS = 20;
const PLAY_SECONDS = IS_LONG ? 600 : 32;
const NODES_GROWTH_MAX = 1.5;

test('a long play at full speed leaves nothing behind', async ({ page }) => {
  test.setTimeout((PLAY_SECONDS + 60) * 1_000);
  await open(page);
  const session = await watchCosts(page);
  await speed(page, 8);
  await button(page, 'Steady load').click();
  await page.waitForTimeout(FIRST_SECONDS * 1_000);
  const first = await kept(session);
  const from = await clock(page).textContent();
  await page.waitForTimeout((PLAY_SECONDS - FIRST_SECONDS) * 1_000);
  const last = await kept(session);
  const to = await clock(page).textContent();

  print(`after ${FIRST_SECONDS} s (${from}): ${keptText(first)}`);
  print(`after ${PLAY_SECONDS} s (${to}): ${keptText(last)}`);
  expect(to).not.toBe(from);
  expect(last.nodes).toBeLessThanOrEqual(first.nodes * NODES_GROWTH_MAX);
});

test('the scripts of the first load are small when compressed', async ({ page }) => {
  const bodies = new Map<string, Promise<Buffer>>();
  page.on('response', (response) => {
    if (response.url().endsWith('.js')) bodies.set(response.url(), response.body());
  });
  await open(page);
  // What the page itself names; an import adds links of its own later.
  const named = await (await page.request.get('./')).text();
  let [first, all] = [0, 0];
  for (const [url, body] of bodies) {
    const size = gzipSync(await body).length;
    all += size;
    if (named.includes(new URL(url).pathname.slice(1))) first += size;
  }
  print(`scripts, gz: first load ${kB(first)}, until the page is at rest ${kB(all)}`);
  expect(first).toBeGreaterThan(0);
  expect(all).toBeGreaterThanOrEqual(first);
});

function kB(bytes: number): string {
  return `${(bytes / 1_000).toFixed(1)} kB`;
}
