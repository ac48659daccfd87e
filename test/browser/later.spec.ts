import { expect } from '@playwright/test';
import { brokerButton, button, open, stage } from './person';
import { test } from './watched';

const MENUS = /\/menus-[^/]*\.js$/;
const SETTINGS = /\/sheets-[^/]*\.js$/;
const TRAFFIC = /\/messages-[^/]*\.js$/;

test('settings that are not to be had leave the page alone, and come when asked for again', async ({
  page,
  complaints,
}) => {
  await open(page);
  await page.route(SETTINGS, (route) => route.abort());
  await button(page, 'Settings').click();
  await expect(page.getByRole('alert')).toContainText('The settings could not be loaded.');
  await expect(stage(page)).toContainText('orders-0');
  await page.unroute(SETTINGS);
  await button(page, 'Try again').click();
  await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible();
  await expect(page.getByRole('alert')).toBeHidden();
  complaints.length = 0;
});

test('a menu that is not to be had can be left', async ({ page, complaints }) => {
  await page.route(MENUS, (route) => route.abort());
  await open(page);
  await brokerButton(page, 1).click();
  await expect(page.getByRole('alert')).toContainText('The menu could not be loaded.');
  await button(page, 'Leave it').click();
  await expect(page.getByRole('alert')).toBeHidden();
  await page.unroute(MENUS);
  await brokerButton(page, 1).click();
  await expect(page.getByRole('menuitem', { name: /^Crash/ })).toBeVisible();
  complaints.length = 0;
});

test('messages that cannot be drawn are missed, and nothing else is', async ({
  page,
  complaints,
}) => {
  await page.route(TRAFFIC, (route) => route.abort());
  await open(page);
  await stage(page).hover();
  await expect(page.getByRole('alert')).toContainText('could not be loaded.');
  await page.unroute(TRAFFIC);
  await button(page, 'Try again').click();
  await expect(page.getByRole('alert')).toBeHidden();
  await expect(stage(page)).toContainText('orders-0');
  complaints.length = 0;
});
