import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

test('the built page opens under its name without a console error', async ({ page }) => {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });

  await page.goto('./', { waitUntil: 'networkidle' });

  await expect(page).toHaveTitle('Highwater');
  await expect(page.getByRole('heading', { name: 'Highwater', level: 1 })).toBeVisible();
  expect(complaints).toEqual([]);
});

test('the built page has no fault that axe can find', async ({ page }) => {
  await page.goto('./');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);
});
