import { gzipSync } from 'node:zlib';
import { expect, type CDPSession, type Page } from '@playwright/test';
import { button, clock, open, speed } from './person';
import { test } from './watched';

const IS_LONG = Boolean(process.env['HIGHWATER_LONG']);
/** By then the list of events has as many lines as it ever has. */
const FIRST_SECONDS = 20;
const PLAY_SECONDS = IS_LONG ? 600 : 32;
const NODES_GROWTH_MAX = 1.5;

test('frames advance under steady load and none is held up for long', async ({ page }) => {
  await open(page);
  await button(page, 'Steady load').click();
  await page.waitForTimeout(1_000);
  const gaps = (await frameGaps(page, 3_000)).toSorted((a, b) => a - b);
  const median = gaps[Math.floor(gaps.length / 2)] ?? 0;
  const longest = gaps.at(-1) ?? 0;
  const perSecond = 1_000 / (gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length);
  print(`frames a second ${perSecond.toFixed(1)}, longest gap ${longest.toFixed(0)} ms`);
  expect(gaps.length).toBeGreaterThan(20);
  expect(longest, 'the longest gap against the usual one').toBeLessThan(median * 60);
});

test('a long play at full speed leaves nothing behind', async ({ page }) => {
  test.setTimeout((PLAY_SECONDS + 60) * 1_000);
  await open(page);
  const session = await page.context().newCDPSession(page);
  await speed(page, 8);
  await button(page, 'Steady load').click();
  await page.waitForTimeout(FIRST_SECONDS * 1_000);
  const first = await kept(session);
  const from = await clock(page).textContent();
  await page.waitForTimeout((PLAY_SECONDS - FIRST_SECONDS) * 1_000);
  const last = await kept(session);
  const to = await clock(page).textContent();

  print(`after ${FIRST_SECONDS} s (${from}): ${written(first)}`);
  print(`after ${PLAY_SECONDS} s (${to}): ${written(last)}`);
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

/** Milliseconds between the frames that are drawn in the next while. */
function frameGaps(page: Page, ms: number): Promise<readonly number[]> {
  return page.evaluate(
    (span) =>
      new Promise<number[]>((done) => {
        const gaps: number[] = [];
        let [start, before] = [0, 0];
        const count = (now: number) => {
          if (start === 0) start = now;
          else gaps.push(now - before);
          before = now;
          if (now - start < span) requestAnimationFrame(count);
          else done(gaps);
        };
        requestAnimationFrame(count);
      }),
    ms,
  );
}

interface Kept {
  readonly nodes: number;
  readonly listeners: number;
  readonly heap: number;
}

/** What is left on the page once everything that can go has gone. */
async function kept(session: CDPSession): Promise<Kept> {
  await session.send('HeapProfiler.collectGarbage');
  const { nodes, jsEventListeners: listeners } = await session.send('Memory.getDOMCounters');
  const { usedSize: heap } = await session.send('Runtime.getHeapUsage');
  return { nodes, listeners, heap };
}

function written({ nodes, listeners, heap }: Kept): string {
  return `${nodes} nodes, ${listeners} listeners, heap ${(heap / 1e6).toFixed(1)} MB`;
}

function kB(bytes: number): string {
  return `${(bytes / 1_000).toFixed(1)} kB`;
}

function print(figure: string): void {
  console.log(`    ${figure}`);
}
