import { expect, type Page } from '@playwright/test';
import { button, clock, open, playOut, produce, settled, slider, speed } from './person';
import { differingPixels, drawn, photographed, scrubberPoint } from './picture';
import { test } from './watched';

const MOMENTS = 10;
/** Pixels at rounded corners that Chromium does not paint the same twice. */
const SHADES_MAX = 20;

test('stepping back and forward again shows the same moment', async ({ page }) => {
  await open(page);
  await speed(page, 8);
  await produce(page);
  await settled(page);
  for (const [forward, back] of [
    ['ArrowRight', 'ArrowLeft'],
    ['PageDown', 'PageUp'],
  ] as const) {
    await page.keyboard.press('Home');
    const seen = [await drawn(page)];
    for (let step = 0; step < 4; step += 1) seen.push(await pressed(page, forward));
    expect(new Set(seen).size, 'each press shows another picture').toBe(seen.length);
    for (const before of seen.slice(0, -1).toReversed())
      expect(await pressed(page, back)).toBe(before);
    for (const after of seen.slice(1)) expect(await pressed(page, forward)).toBe(after);
  }
});

test('Home, End and Space lead to the start, to the end, and on', async ({ page }) => {
  await open(page);
  await speed(page, 8);
  const start = await clock(page).textContent();
  await produce(page);
  await settled(page);
  const end = await clock(page).textContent();
  expect(end).not.toBe(start);

  await page.getByRole('main').focus();
  await page.keyboard.press('Home');
  await expect(clock(page).locator('.clockTime')).toHaveText(/^0\.721 s$/);
  await page.keyboard.press('End');
  await expect(clock(page)).toHaveText(end ?? '');
  await page.keyboard.press('Home');
  await speed(page, 0.25);
  await page.getByRole('main').focus();
  await page.keyboard.press('Space');
  await expect(button(page, 'Pause')).toBeVisible();
  await page.keyboard.press('Space');
  await expect(button(page, 'Play')).toBeVisible();
});

test('a moment looks the same to the pixel by click, by drag and by leafing back', async ({
  page,
}) => {
  await playOut(page);
  const { x, y } = await scrubberPoint(page, 0.08);
  await page.mouse.click(x, y);
  const clicked = await photographed(page);

  await button(page, 'To the beginning').click();
  await drag(page, (await scrubberPoint(page, 0)).x, x, y);
  expect(await changedSince(page, clicked), 'dragged from the start').toBeLessThan(SHADES_MAX);

  await button(page, 'To the end').click();
  await drag(page, (await scrubberPoint(page, 0.6)).x, x, y);
  expect(await changedSince(page, clicked), 'dragged from the end').toBeLessThan(SHADES_MAX);
});

test('a told moment looks the same by key and by its line in the list', async ({ page }) => {
  await playOut(page);
  await page.getByRole('main').focus();
  await page.keyboard.press('Home');
  for (let step = 0; step < 5; step += 1) await page.keyboard.press('ArrowRight');
  const stepped = await photographed(page);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowLeft');
  expect(await changedSince(page, stepped), 'stepped back').toBeLessThan(SHADES_MAX);
  const now = page.locator('.feedRow[data-now="true"] .feedMoment');
  const words = (await now.textContent()) ?? '';
  await page.keyboard.press('End');
  // Only the lines that are seen are on the page, and the list goes to its end in its own time.
  await expect(async () => {
    await page.locator('.feedScroll').evaluate((box) => box.scrollTo(0, -box.scrollHeight));
    const line = page.locator('.feedMoment').filter({ hasText: words }).first();
    await line.click({ timeout: 1_000 });
  }).toPass();
  expect(await changedSince(page, stepped), 'chosen from the list').toBeLessThan(SHADES_MAX);
});

test('the slider goes as far in fifty fine steps as in one large one', async ({ page }) => {
  await open(page);
  await speed(page, 8);
  await produce(page);
  await settled(page);
  await slider(page).focus();
  await page.keyboard.press('Home');
  for (let step = 0; step < 50; step += 1) await page.keyboard.press('Shift+ArrowRight');
  await expect(slider(page)).toHaveAttribute('aria-valuenow', '5');
  const slid = await drawn(page);
  await page.keyboard.press('Home');
  await page.keyboard.press('PageUp');
  expect(await drawn(page)).toBe(slid);
});

test('the picture of a moment does not depend on how one came there', async ({ page }) => {
  await playOut(page);
  const shares = pseudoRandom(MOMENTS);
  const first = new Map<number, string>();
  for (const share of shares) first.set(share, await sought(page, share));
  expect(new Set(first.values()).size).toBeGreaterThan(MOMENTS / 2);
  for (const share of [...shares].toSorted((a, b) => b - a))
    expect(await sought(page, share), `at ${share}`).toBe(first.get(share));
  for (const share of shares.toReversed())
    expect(await sought(page, share), `at ${share}`).toBe(first.get(share));
});

async function changedSince(page: Page, before: Buffer): Promise<number> {
  return differingPixels(page, before, await photographed(page));
}

async function pressed(page: Page, key: string): Promise<string> {
  await page.keyboard.press(key);
  return drawn(page);
}

async function sought(page: Page, share: number): Promise<string> {
  const { x, y } = await scrubberPoint(page, share);
  await page.mouse.click(x, y);
  await page.mouse.move(1, 1);
  return drawn(page);
}

async function drag(page: Page, from: number, to: number, y: number): Promise<void> {
  await page.mouse.move(from, y);
  await page.mouse.down();
  await page.mouse.move((from + to) / 2, y + 30, { steps: 4 });
  await page.mouse.move(to, y, { steps: 4 });
  await page.mouse.up();
}

/** Shares of the scrubber, the same in every run, up to where the story ends. */
function pseudoRandom(count: number): readonly number[] {
  return Array.from({ length: count }, (_, nth) => ((nth * 7_919 + 104_729) % 9_973) / 10_700);
}
