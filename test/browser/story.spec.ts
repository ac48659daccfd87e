import { expect } from '@playwright/test';
import { caption, choose, clock, described, open } from './person';
import { brokerButton, button, produce, promises, settled, speed } from './person';
import { test } from './watched';

test('a new page stands still and says what to press', async ({ page }) => {
  await open(page);
  await expect(page).toHaveTitle('Highwater');
  await expect(page.getByRole('heading', { name: 'Highwater', level: 1 })).toBeVisible();
  await expect(caption(page)).toContainText('Press Produce');
  const before = await clock(page).textContent();
  await page.waitForTimeout(500);
  await expect(clock(page)).toHaveText(before ?? '');
  await expect(button(page, 'Play')).toBeVisible();
});

test('a record reaches leader, followers and high watermark before it is safe', async ({
  page,
}) => {
  await open(page);
  await speed(page, 8);
  await produce(page);
  await settled(page);

  await expect(promises(page)).toHaveText('12 acknowledged · 12 safe · 0 lost');
  for (const broker of [1, 2, 3]) {
    const name = new RegExp(`^orders-0 .*5 records, high watermark 5.* on broker ${broker}$`);
    await expect(page.getByRole('button', { name })).toBeVisible();
  }
  const told = page.getByRole('listitem').filter({ has: page.locator('.feedMoment') });
  await expect(told.filter({ hasText: /high watermark/i }).first()).toBeVisible();
  await expect(told.filter({ hasText: /told: offset 4 written/i }).first()).toBeVisible();
});

test('a crash costs no acknowledged record and the broker comes back in sync', async ({ page }) => {
  await open(page);
  await speed(page, 8);
  await produce(page);
  await settled(page);

  await choose(page, 1, 'Crash');
  await settled(page);
  await expect(brokerButton(page, 1)).toHaveAccessibleName(/crashed · fenced/);
  await expect(described(page, 0)).toHaveText(['2', '1,2,3', '2,3', '', '']);
  await expect(described(page, 1)).toHaveText(['2', '2,3,1', '2,3', '', '']);
  await expect(described(page, 2)).toHaveText(['3', '3,1,2', '3,2', '', '']);

  await produce(page);
  await settled(page);
  await expect(promises(page)).toHaveText('13 acknowledged · 13 safe · 0 lost');

  await choose(page, 1, 'Start again');
  await settled(page);
  await expect(brokerButton(page, 1)).toHaveAccessibleName(/online/);
  await expect(described(page, 0)).toHaveText(['2', '1,2,3', '2,3,1', '', '']);
  await expect(promises(page)).toHaveText('13 acknowledged · 13 safe · 0 lost');
});

test('an entry that would change nothing stays in the menu and says why', async ({ page }) => {
  await open(page);
  await brokerButton(page, 2).click();
  await page.getByRole('menuitem', { name: /^Disks/ }).click();
  const replace = page.getByRole('menuitem', { name: /^Replace by empty disks/ });
  await expect(replace).toHaveAttribute('aria-disabled', 'true');
  await expect(replace).toContainText('Broker 2');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toBeHidden();
});

test('acting in the past opens a branch and keeps what was', async ({ page }) => {
  await open(page);
  await speed(page, 8);
  await produce(page);
  await settled(page);
  await button(page, 'To the beginning').click();
  await choose(page, 3, 'Crash');
  await settled(page);
  await expect(promises(page)).toHaveText('11 acknowledged · 11 safe · 0 lost');

  await button(page, 'branch 2: branches of the run').click();
  const tree = page.getByRole('region', { name: 'Branches of the run' });
  await expect(tree.getByRole('button', { name: /^branch 2: crash broker 3 at/ })).toBeFocused();
  await tree.getByRole('button', { name: /^branch 1/ }).click();
  await expect(promises(page)).toHaveText('12 acknowledged · 12 safe · 0 lost');
  await expect(brokerButton(page, 3)).toHaveAccessibleName(/online/);
});
