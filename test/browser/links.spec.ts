import { expect } from '@playwright/test';
import { button, caption, stage } from './person';
import { test } from './watched';

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
});

test('a link to what is not here says so on the page as it always opens', async ({ page }) => {
  await page.goto('./?lesson=nonsense');
  await expect(caption(page)).toContainText('There is no lesson “nonsense”.');
  await expect(button(page, 'Produce')).toBeVisible();
});
