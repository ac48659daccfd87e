import { expect, type Page } from '@playwright/test';
import { button, caption, choose, clock, open, settled, slider, speed, stage } from './person';
import { differingPixels, photographed, photographedWhole, scrubberPoint } from './picture';
import { SCREENS, setScreen } from './screens';
import { test } from './watched';

/** Pixels at rounded corners that Chromium does not paint the same twice. */
const SHADES_MAX = 20;

test('a link opens a lesson at its step, and the address goes on with it', async ({ page }) => {
  await page.goto('./?lesson=failover&step=3');
  await expect(page.getByRole('region', { name: 'Lesson: Failover' })).toBeVisible();
  await expect(page.getByText('step 3 of 4')).toBeVisible();
  await button(page, 'Leave the lesson').click();
  await expect(page).toHaveURL(/\/$/);
});

test('a link opens a scene with only what it is about on the stage', async ({ page }) => {
  await page.goto('./?scene=copies');
  await expect(caption(page)).toContainText('Figure 2.');
  await expect(stage(page)).not.toContainText('Producer');
  await expect(stage(page)).not.toContainText('Controller');
  await page.goto('./?scene=newLeader&step=1');
  await expect(caption(page)).toContainText('Broker 1 crashed.');
});

test('a link to what is not here says so on the page as it always opens', async ({ page }) => {
  await page.goto('./?lesson=nonsense');
  await expect(caption(page)).toContainText('There is no lesson “nonsense”.');
  await expect(button(page, 'Produce')).toBeVisible();
});

test('a link with a step that cannot be meant opens the scene and says so once', async ({
  page,
}) => {
  await page.goto('./?scene=copies&step=abc');
  await expect(page.getByRole('alert')).toContainText('step cannot be “abc”.');
  await expect(caption(page)).toContainText('Figure 2.');
});

test('a link to a run shows the picture that it was copied from, to the pixel', async ({
  page,
}) => {
  await open(page);
  await speed(page, 8);
  await choose(page, 1, 'Crash');
  await settled(page);
  await expect(page).toHaveURL(/#r=1\.[\w-]+$/);
  await choose(page, 2, 'Inspect');
  const atTheEnd = await restingAddress(page);
  const { x, y } = await scrubberPoint(page, 0.02);
  await page.mouse.click(x, y);
  const seen = await photographed(page);
  const time = (await clock(page).locator('.clockTime').textContent()) ?? '';
  await expect(page).not.toHaveURL(atTheEnd);
  expect(await page.evaluate(() => window.history.length)).toBeLessThanOrEqual(2);

  const address = await restingAddress(page);
  await page.goto('about:blank');
  await page.goto(address);
  await expect(clock(page).locator('.clockTime')).toHaveText(time);
  const inspected = page.getByRole('tabpanel', { name: 'Inspect' });
  await expect(inspected).toContainText('Broker 2');
  // What draws the messages comes a little later.
  await expect
    .poll(async () => differingPixels(page, seen, await photographed(page)))
    .toBeLessThan(SHADES_MAX);
  expect(page.url()).toBe(address);
});

for (const [what, query, leave] of [
  ['a lesson in the middle of a step', '?lesson=failover', beginStep],
  ['a lesson with an answer picked', '?lesson=failover&step=2', pickAnswer],
  ['a lesson at its goals', '?lesson=failover&step=5', crashLeader],
  ['a page that nobody has played with', '', showDiagram],
  ['a scene with another panel', '?scene=newLeader&step=2', showRecords],
] as const)
  test(`a link to ${what} shows the whole page as it was, to the pixel`, async ({ page }) => {
    await page.goto(`./${query}`, { waitUntil: 'networkidle' });
    await leave(page);
    await expect(page).toHaveURL(/#r=1\.[\w-]+$/);
    const address = await restingAddress(page);
    expect(new URL(address).search).toBe(query);
    const seen = await photographedWhole(page);
    await page.goto('about:blank');
    await page.goto(address, { waitUntil: 'networkidle' });
    await expect
      .poll(async () => differingPixels(page, seen, await photographedWhole(page)))
      .toBeLessThan(SHADES_MAX);
    expect(page.url()).toBe(address);
  });

test('a bad link that is pasted leaves the run as it was, and says why', async ({ page }) => {
  await page.goto('./#r=1.<b>bold</b>');
  const note = page.getByRole('alert');
  await expect(note).toContainText('It is damaged, or only a part of it');
  await expect(button(page, 'Produce')).toBeVisible();
  await button(page, 'Close the note').click();
  await page.evaluate(() => (window.location.hash = '#r=9.AAAA'));
  await expect(note).toContainText('It is of version 9, and this page reads version 1');
  await expect(stage(page)).toContainText('orders-0');
});

for (const screen of SCREENS)
  test(`a note about a bad link covers no control at ${screen}`, async ({ page }) => {
    const { height } = await setScreen(page, screen);
    await page.goto('./#r=1.zz', { waitUntil: 'networkidle' });
    const note = page.getByRole('alert');
    await expect(note).toBeInViewport({ ratio: 1 });
    const box = await note.boundingBox();
    expect(box?.height).toBeLessThan(height / 3);
    for (const one of await page.locator('.headerActions, .figure').getByRole('button').all()) {
      const other = await one.boundingBox();
      expect(other?.y, (await one.getAttribute('aria-label')) ?? '').toBeGreaterThanOrEqual(
        (box?.y ?? 0) + (box?.height ?? 0),
      );
    }
    await button(page, 'Settings').click({ trial: true });
  });

test('a note covers nothing that is scrolled to, and one that comes later is scrolled to', async ({
  page,
}) => {
  await page.setViewportSize({ width: 640, height: 360 });
  await page.goto('./#r=1.zz', { waitUntil: 'networkidle' });
  const note = page.getByRole('alert');
  await expect(note).toBeInViewport({ ratio: 1 });
  await page.mouse.move(300, 200);
  await page.mouse.wheel(0, 400);
  await expect(note).not.toBeInViewport();
  await page.evaluate(() => (window.location.hash = '#r=9.AAAA'));
  await expect(note).toContainText('It is of version 9');
  await expect(note).toBeInViewport({ ratio: 1 });
});

test('a note takes nothing out of sight where all of the page was', async ({ page }) => {
  await page.goto('./#r=1.zz', { waitUntil: 'networkidle' });
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(button(page, 'Next event')).toBeInViewport({ ratio: 1 });
  await expect(page.locator('.transport')).toBeInViewport({ ratio: 1 });
});

/** The address follows what is shown a little later: the one that has not changed for a second. */
async function restingAddress(page: Page): Promise<string> {
  let last = '';
  const isResting = () => {
    const before = last;
    last = page.url();
    return last === before;
  };
  await expect.poll(isResting, { intervals: [1_000] }).toBe(true);
  return last;
}

async function beginStep(page: Page): Promise<void> {
  await speed(page, 0.25);
  await page.locator('.lessonCard .primary').click();
  await expect(slider(page)).not.toHaveAttribute('aria-valuenow', '0');
  await button(page, 'Pause').click();
  await speed(page, 1);
}

async function pickAnswer(page: Page): Promise<void> {
  await page.locator('.lessonCard').getByRole('radio').first().check();
}

async function crashLeader(page: Page): Promise<void> {
  await speed(page, 8);
  await choose(page, 2, 'Crash');
  await settled(page);
  await speed(page, 1);
}

async function showDiagram(page: Page): Promise<void> {
  await button(page, 'Space-time').click();
}

async function showRecords(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Records' }).click();
}
