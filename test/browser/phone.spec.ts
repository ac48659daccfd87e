import { devices, expect, type Page } from '@playwright/test';
import { brokerButton, button, caption, clock, newCluster, promises, settled } from './person';
import { speed, stage } from './person';
import { test } from './watched';

const UPRIGHT = [360, 640] as const;
const ON_ITS_SIDE = [844, 390] as const;

test.use({ hasTouch: true, isMobile: true, userAgent: devices['Pixel 5'].userAgent });

for (const [width, height] of [UPRIGHT, ON_ITS_SIDE]) {
  test(`a record, a crash and the return of a broker by touch at ${width}×${height}`, async ({
    page,
  }) => {
    await open(page, width, height);
    await button(page, 'Produce').tap();
    await settled(page);
    await expect(promises(page)).toContainText('12 acknowledged · 12 safe');
    await brokerButton(page, 1).tap();
    await page.getByRole('menuitem', { name: /^Crash/ }).tap();
    await settled(page);
    await expect(brokerButton(page, 1)).toHaveAccessibleName(/crashed/);
    await brokerButton(page, 1).tap();
    await expectInside(page, page.getByRole('menu'));
    await page.getByRole('menuitem', { name: /^Start again/ }).tap();
    await settled(page);
    await expect(brokerButton(page, 1)).toHaveAccessibleName(/online/);
    await button(page, 'Event before').tap();
    const { height: lines = 0 } = (await clock(page).boundingBox()) ?? {};
    expect(lines, 'the clock has one line and its pace two').toBeLessThan(50);
    const before = await clock(page).textContent();
    await button(page, 'Next event').tap();
    await expect(clock(page)).not.toHaveText(before ?? '');
    await page.getByRole('tab', { name: 'Inspect' }).tap();
    await expect(page.getByRole('tabpanel', { name: 'Inspect' })).toBeInViewport();
    const row = page.getByRole('button', { name: /^orders-0 .* on broker 3$/ });
    // Beside the cells: a cell leads to its record.
    const { width: wide = 0 } = (await row.boundingBox()) ?? {};
    await row.tap({ position: { x: wide - 12, y: 8 } });
    await expect(page.getByRole('tabpanel', { name: 'Inspect' })).toContainText('orders-0');
  });

  test(`nothing stays hidden behind what sticks at ${width}×${height}`, async ({ page }) => {
    await open(page, width, height);
    const hidden: string[] = [];
    for (const one of await page.getByRole('main').getByRole('button').all()) {
      await one.scrollIntoViewIfNeeded();
      const isHidden = await one.evaluate((element) => {
        element.scrollIntoView({ block: 'center' });
        const { x, y, width: wide, height: high } = element.getBoundingClientRect();
        const top = document.elementFromPoint(x + wide / 2, y + high / 2);
        const isOwn = top !== null && (element.contains(top) || top.closest('button') === element);
        return !isOwn && element.checkVisibility({ opacityProperty: true });
      });
      if (isHidden) hidden.push((await one.getAttribute('aria-label')) ?? '');
    }
    expect(hidden).toEqual([]);
  });
}

for (const [width, height] of [UPRIGHT, ON_ITS_SIDE, [667, 375], [740, 360]] as const) {
  test(`the caption has two lines and no row beneath it at ${width}×${height}`, async ({
    page,
  }) => {
    await open(page, width, height);
    const before = (await captionBox(page)).height;
    for (const broker of [2, 3]) {
      await brokerButton(page, broker).tap();
      await page.getByRole('menuitem', { name: /^Crash/ }).tap();
      await settled(page);
    }
    await button(page, 'Produce').tap();
    await settled(page);
    await expect(caption(page)).toContainText('TimeoutException');
    const { height: after, y: top } = await captionBox(page);
    expect(Math.abs(after - before)).toBeLessThanOrEqual(2);
    const lineHeight = await caption(page).evaluate((text) => getComputedStyle(text).lineHeight);
    const { height: words = 0 } = (await caption(page).boundingBox()) ?? {};
    expect(words).toBeLessThan(2.5 * Number.parseFloat(lineHeight));
    // Upright the page scrolls: there the caption comes after the last row.
    if (width < height) await page.locator('.panel').scrollIntoViewIfNeeded();
    const row = await page.getByRole('button', { name: /^orders-2 .* on broker 3$/ }).boundingBox();
    const caught = width < height ? (await captionBox(page)).y : top;
    expect((row?.y ?? Infinity) + (row?.height ?? 0)).toBeLessThanOrEqual(caught);
  });
}

async function captionBox(page: Page) {
  const box = await page.locator('.caption').boundingBox();
  if (!box) throw new Error('there is no caption');
  return box;
}

test('a finger across a wire cuts its link, and one that goes up or down scrolls', async ({
  page,
}) => {
  await open(page, ...UPRIGHT);
  await newCluster(page, { brokers: 2, partitions: 1, factor: 2 });
  const box = await stage(page).boundingBox();
  const broker = await brokerButton(page, 1).boundingBox();
  if (!box || !broker) throw new Error('there is no stage');
  const y = broker.y + 60;
  await draw(page, [box.x + 2, y], [box.x + 34, y + 4]);
  await expect(caption(page)).toContainText(/link|cut/i);
  const from = await page.evaluate(() => scrollY);
  await draw(page, [box.x + 12, y + 80], [box.x + 12, y - 60]);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(from);
});

test('a finger down between two brokers that stand side by side parts them', async ({ page }) => {
  await open(page, 1024, 768);
  await button(page, 'Produce').tap();
  await settled(page);
  const [one, two] = await Promise.all(
    [1, 2].map((id) => page.getByRole('region', { name: `Broker ${id},` }).boundingBox()),
  );
  if (!one || !two) throw new Error('two brokers stand side by side');
  const x = (one.x + one.width + two.x) / 2;
  await draw(page, [x, one.y + 80], [x, one.y + 160]);
  await expect(button(page, 'Heal the link between broker 1 and broker 2')).toBeVisible();
});

async function open(page: Page, width: number, height: number): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.goto('./', { waitUntil: 'networkidle' });
  await speed(page, 8);
}

async function expectInside(page: Page, part: ReturnType<Page['getByRole']>): Promise<void> {
  const box = await part.boundingBox();
  const screen = page.viewportSize();
  if (!box || !screen) throw new Error('there is nothing to look at');
  expect(box.x).toBeGreaterThanOrEqual(0);
  expect(box.y).toBeGreaterThanOrEqual(0);
  expect(box.x + box.width).toBeLessThanOrEqual(screen.width);
  expect(box.y + box.height).toBeLessThanOrEqual(screen.height);
}

type At = readonly [x: number, y: number];

/** One finger, from a place to another. */
async function draw(page: Page, [x1, y1]: At, [x2, y2]: At): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: At[]) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: points.map(([x, y]) => ({ x, y })),
    });
  await touch('touchStart', [[x1, y1]]);
  for (let step = 1; step <= 8; step += 1)
    await touch('touchMove', [[x1 + ((x2 - x1) * step) / 8, y1 + ((y2 - y1) * step) / 8]]);
  await touch('touchEnd', []);
}
