import { gzipSync } from 'node:zlib';
import { expect } from '@playwright/test';
import { kept, keptText, print, slowDown, watchCosts } from './costs';
import { button, clock, open, speed } from './person';
import { test } from './watched';

const IS_LONG = Boolean(process.env['HIGHWATER_LONG']);
/** By then everything has been open once, and lists have as many lines as they ever have. */
const FIRST_SECONDS = IS_LONG ? 60 : 16;
const LOOK_EVERY_SECONDS = IS_LONG ? 60 : 8;
const PLAY_SECONDS = IS_LONG ? 600 : 32;
const NODES_GROWTH_MAX = 1.5;
/** What is kept of a run is its events, and a world now and then. */
const HEAP_GROWTH_MAX = 2;
/** And of a run that has ended nothing; by then the browser has compiled somewhat more. */
const LEFT_MAX = 1.4;
const SLOWER = 4;

test('a long play at full speed with everything open leaves nothing behind', async ({ page }) => {
  test.setTimeout((PLAY_SECONDS + FIRST_SECONDS + 90) * 1_000);
  await page.setViewportSize({ width: 1600, height: 900 });
  await open(page);
  const session = await watchCosts(page);
  await speed(page, 8);
  await button(page, 'Steady load').click();
  await page.keyboard.press('d');
  const panels = page.getByRole('tablist', { name: 'Panels' }).getByRole('tab');
  const first = await playUntil(FIRST_SECONDS, FIRST_SECONDS);
  let last = first;
  for (let at = FIRST_SECONDS + LOOK_EVERY_SECONDS; at <= PLAY_SECONDS; at += LOOK_EVERY_SECONDS) {
    last = await playUntil(at, LOOK_EVERY_SECONDS);
  }
  expect(last.at).not.toBe(first.at);
  expect(last.nodes).toBeLessThanOrEqual(first.nodes * NODES_GROWTH_MAX);
  expect(last.heap).toBeLessThanOrEqual(first.heap * HEAP_GROWTH_MAX);
  await button(page, 'Settings').click();
  await button(page, 'Start a new cluster').click();
  await expect(clock(page)).not.toHaveText(last.at ?? '');
  await button(page, 'Steady load').click();
  const left = await playUntil(PLAY_SECONDS + FIRST_SECONDS, FIRST_SECONDS);
  expect(left.nodes).toBeLessThanOrEqual(first.nodes * LEFT_MAX);
  expect(left.heap).toBeLessThanOrEqual(first.heap * LEFT_MAX);

  /** Goes round the panels, back to the first, and tells what is on the page then. */
  async function playUntil(seconds: number, span: number) {
    const count = await panels.count();
    for (let nth = 0; nth < count; nth += 1) {
      await page.waitForTimeout((span * 1_000) / count);
      await panels.nth((nth + 1) % count).click();
    }
    const at = await clock(page).textContent();
    const found = { at, ...(await kept(session)) };
    print(`after ${seconds} s (${at}): ${keptText(found)}`);
    return found;
  }
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

test('the largest of what a page opens with is painted early, on a slow machine too', async ({
  page,
}) => {
  const session = await watchCosts(page);
  await slowDown(session, SLOWER);
  await open(page);
  const { startTime, isInside } = await page.evaluate(
    () =>
      new Promise<{ startTime: number; isInside: boolean }>((done) => {
        new PerformanceObserver((list) => {
          const last = list.getEntries().at(-1);
          const element = last && 'element' in last ? last.element : null;
          const isInside = element instanceof Element && element.closest('main') !== null;
          done({ startTime: last?.startTime ?? Number.NaN, isInside });
        }).observe({ type: 'largest-contentful-paint', buffered: true });
      }),
  );
  print(`largest contentful paint, CPU ${SLOWER}× slower: ${startTime.toFixed(0)} ms`);
  // It is the picture or what is said of it, not a header that waits for them.
  expect(isInside).toBe(true);
});

function kB(bytes: number): string {
  return `${(bytes / 1_000).toFixed(1)} kB`;
}
