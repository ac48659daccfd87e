import { expect, type Locator } from '@playwright/test';
import { countFrames, framesIn } from './frames';
import { button, caption, choose, clock, open, produce, settled, speed, stage } from './person';
import { test } from './watched';

const LOOK_MS = 1_500;

test.beforeEach(({ page }) => countFrames(page));

test('a page that nobody touched asks for no animation frames', async ({ page }) => {
  await open(page);
  expect(await framesIn(page, LOOK_MS)).toBe(0);
});

test('a page asks for no animation frames once an action has settled', async ({ page }) => {
  await open(page);
  await speed(page, 8);
  await choose(page, 1, 'Crash');
  await settled(page);
  await page.waitForTimeout(300);
  expect(await framesIn(page, LOOK_MS)).toBe(0);
});

test('a page paused with messages in flight asks for no animation frames', async ({ page }) => {
  await open(page);
  await produce(page);
  await expect(caption(page)).not.toContainText('Press Produce');
  expect(await framesIn(page, 500)).toBeGreaterThan(0);
  await button(page, 'Pause').click();
  await page.waitForTimeout(300);
  expect(await framesIn(page, LOOK_MS)).toBe(0);
});

test('with reduced motion Produce steps to the next event and plays nothing', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page);
  const before = await clock(page).textContent();
  await produce(page);
  await expect(caption(page)).not.toContainText('Press Produce');
  await expect(clock(page)).not.toHaveText(before ?? '');
  await expect(button(page, 'Play')).toBeVisible();
  await page.waitForTimeout(300);

  const after = await clock(page).textContent();
  expect(await framesIn(page, LOOK_MS)).toBe(0);
  await expect(clock(page)).toHaveText(after ?? '');
});

test('the same steps are still arrows as soon as less motion is asked for', async ({ page }) => {
  await open(page);
  await produce(page);
  await expect(caption(page)).not.toContainText('Press Produce');
  await button(page, 'Pause').click();
  await button(page, 'To the beginning').click();
  for (let step = 0; step < 2; step += 1) await button(page, 'Next event').click();
  await expect(caption(page)).toContainText('appended offset 4');
  const arrows = stage(page).locator('.messages-heading');
  await expect(arrows).toHaveCount(0);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await expect(arrows).not.toHaveCount(0);
  const places = await placesOf(arrows);
  expect(places.length).toBeGreaterThan(0);
  expect(await framesIn(page, 300)).toBe(0);
  expect(await placesOf(arrows)).toEqual(places);
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await expect(arrows).toHaveCount(0);
});

function placesOf(arrows: Locator): Promise<readonly string[]> {
  return arrows.evaluateAll((all) =>
    all.map((each) => {
      const { x, y } = each.getBoundingClientRect();
      return `${x} ${y}`;
    }),
  );
}
