import { expect, type Page } from '@playwright/test';
import { button, choose, open, produce, settled, speed } from './person';
import { collectFaults, type Faults, listed } from './screens';
import { test } from './watched';

test('every word of every panel can be read on every screen', async ({ page }) => {
  const faults: Faults = new Map();
  const look = (when: string) => collectFaults(page, when, faults);
  await open(page);
  await speed(page, 8);
  await produce(page);
  await settled(page);
  await choose(page, 1, 'Crash');
  await settled(page);
  await button(page, 'Filter').click();
  await look('events with their filter');
  await show(page, 'Inspect');
  await look('nothing picked');
  await button(page, 'Controller').click();
  await look('the controller inspected');
  await page.getByRole('combobox', { name: 'Inspect' }).selectOption('Producer 1');
  await look('the producer inspected');
  await show(page, 'Wire');
  await look('what is in flight');
  await show(page, 'Records');
  await look('the ledger');
  await page
    .getByRole('list', { name: /^Ledger/ })
    .getByRole('button')
    .first()
    .click();
  await look('the life of a record');
  await show(page, 'Promises');
  await look('the promises');
  await show(page, 'Tools');
  await look('the words of the tools');
  await button(page, 'Space-time').click();
  await look('the space-time diagram');
  expect(listed(faults)).toEqual([]);
});

test('every word of a lesson that asks can be read on every screen', async ({ page }) => {
  const faults: Faults = new Map();
  await open(page);
  await speed(page, 8);
  await button(page, 'Lessons').click();
  await page.getByRole('button', { name: /^If one broker is down/ }).click();
  await button(page, 'Produce to orders-1').click();
  await settled(page);
  await button(page, 'Go on').click();
  await page.getByRole('radio', { name: 'orders-0' }).check();
  await collectFaults(page, 'asked', faults);
  await button(page, 'Lock and watch').click();
  await settled(page);
  await collectFaults(page, 'answered', faults);
  expect(listed(faults)).toEqual([]);
});

async function show(page: Page, panel: string): Promise<void> {
  await page.getByRole('tab', { name: panel }).click();
  await expect(page.getByRole('tabpanel', { name: panel })).toHaveText(/\S/);
  await page.waitForLoadState('networkidle');
}
