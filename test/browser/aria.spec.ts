import { expect } from '@playwright/test';
import { open } from './person';
import { test } from './watched';

test('the opening scene reads well by ear', async ({ page }) => {
  await open(page);
  await expect(page.getByRole('region', { name: 'Summary of the scene' })).toBeAttached();
  await expect(page.getByRole('main')).toMatchAriaSnapshot({ name: 'opening.aria.yml' });
});

test('a lesson that asks for a prediction reads well by ear', async ({ page }) => {
  await page.goto('./?lesson=failover&step=2', { waitUntil: 'networkidle' });
  await expect(page.getByRole('radio', { name: 'Broker 2' })).toBeVisible();
  await expect(page.getByRole('region', { name: /^Lesson:/ })).toMatchAriaSnapshot({
    name: 'lesson.aria.yml',
  });
});
