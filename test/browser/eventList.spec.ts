import { expect, type Page } from '@playwright/test';
import { open, produce } from './person';
import { test } from './watched';

const EVENTS = 10_000;
const ROWS_MAX = 80;

test('ten thousand events are searched, filtered and scrolled through without a stutter', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await open(page);
  await page.getByRole('main').focus();
  await page.keyboard.press('l');
  await page.getByRole('button', { name: 'Filter' }).click();
  const count = page.locator('.feedCount');
  await page.getByRole('main').focus();
  while (numbersIn(await count.textContent())[1] < EVENTS) await stepOn(page, 400);
  await page.getByLabel('How much').selectOption('Everything');
  await expect.poll(async () => numbersIn(await count.textContent())[0]).toBeGreaterThan(7_000);

  const rows = page.locator('.feedRow');
  expect(await rows.count()).toBeLessThan(ROWS_MAX);
  const scroll = await scrollThrough(page);
  expect(scroll.rowsMax).toBeLessThan(ROWS_MAX);
  expect(scroll.isFirstSeen, 'the first event is at the top').toBe(true);

  const searched = await timeToList(page, () =>
    page.getByRole('searchbox').pressSequentially('high'),
  );
  const filtered = await timeToList(page, async () => {
    await page.getByRole('combobox', { name: 'Partition' }).selectOption('orders-1');
  });
  console.log(
    `${EVENTS} events: ${scroll.rowsMax} rows at most; scrolled at ` +
      `${scroll.msMean.toFixed(1)} ms a frame, ${scroll.msMax.toFixed(0)} at most; ` +
      `searched in ${searched} ms, filtered in ${filtered} ms`,
  );
  const box = await page.evaluate(() => document.documentElement.scrollHeight);
  expect(box, 'the page has not grown').toBeLessThanOrEqual(page.viewportSize()?.height ?? 0);
});

test('after a thousand seconds the clock keeps clear of the words', async ({ page }) => {
  await open(page);
  await produce(page);
  const row = page.locator('.feedMoment').first();
  await row.locator('.feedTime').evaluate((time) => {
    time.textContent = '4168.929';
  });
  const gap = await row.evaluate(({ children: [time, what] }) => {
    const words = document.createRange();
    if (!time || !what) return 0;
    words.selectNodeContents(time);
    return what.getBoundingClientRect().left - words.getBoundingClientRect().right;
  });
  expect(gap).toBeGreaterThan(2);
});

function numbersIn(text: string | null): readonly [number, number] {
  const [lines = 0, events = 0] = (text ?? '').match(/\d+/g)?.map(Number) ?? [];
  return [lines, events];
}

/** Presses the key for the next told event so often, as fast as the page can. */
async function stepOn(page: Page, times: number): Promise<void> {
  await page.evaluate((presses) => {
    const key = { key: 'ArrowRight', code: 'ArrowRight', bubbles: true };
    for (let press = 0; press < presses; press += 1) {
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', key));
    }
  }, times);
}

/** From the end of the list to its beginning, a screenful each frame. */
function scrollThrough(page: Page) {
  return page.evaluate(async () => {
    const box = document.querySelector('.feedScroll');
    if (!box) throw new Error('There is no list.');
    const frame = () => new Promise<number>((done) => requestAnimationFrame(done));
    const times: number[] = [];
    let rowsMax = 0;
    for (let step = 0; step < 120; step += 1) {
      const before = await frame();
      box.scrollTop -= box.clientHeight / 2;
      times.push((await frame()) - before);
      rowsMax = Math.max(rowsMax, box.querySelectorAll('.feedRow').length);
    }
    box.scrollTop = -box.scrollHeight;
    for (let settle = 0; settle < 20; settle += 1) {
      await frame();
      box.scrollTop = -box.scrollHeight;
    }
    const isFirstSeen = box.querySelector('.feedRow')?.textContent?.includes('#1') ?? false;
    const msMean = times.reduce((sum, ms) => sum + ms, 0) / times.length;
    return { rowsMax, msMean, msMax: Math.max(...times), isFirstSeen };
  });
}

async function timeToList(page: Page, deed: () => Promise<void>): Promise<number> {
  const count = page.locator('.feedCount');
  const before = (await count.textContent()) ?? '';
  const began = Date.now();
  await deed();
  await expect(count).not.toHaveText(before);
  return Date.now() - began;
}
