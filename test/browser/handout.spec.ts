import { expect, type Locator } from '@playwright/test';
import { button, open, stage } from './person';
import { test } from './watched';

test.use({ colorScheme: 'dark' });

test('a lesson is printed with a picture of each step, black on white, and the page stays', async ({
  page,
}) => {
  await page.addInitScript(() => {
    window.print = () => document.documentElement.toggleAttribute('data-printed');
  });
  await page.goto('./?lesson=why', { waitUntil: 'networkidle' });
  await button(page, 'Print a handout').click();
  await expect(page.locator('html')).toHaveAttribute('data-printed');
  const handout = page.locator('.handout');
  await expect(handout).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  await expect(handout.getByRole('heading', { level: 1 })).toHaveText('Why copies matter');
  await expect(handout.locator('figure > svg')).toHaveCount(5);
  await expect(handout.locator('figure').nth(1)).toContainText('orders-2');
  await expect(stage(page)).toBeHidden();
  expect(await groundOf(page.locator('html'))).toBe('rgb(255, 255, 255)');
  await page.emulateMedia({ media: 'screen' });
  await page.keyboard.press('Control');
  await expect(handout).toHaveCount(0);
  await expect(stage(page)).toBeVisible();
});

for (const how of ['as the lesson begins', 'later on'])
  test(`what the browser itself prints of a lesson is the handout: ${how}`, async ({ page }) => {
    const step = how === 'later on' ? '&step=3' : '';
    const fetched = page.waitForResponse(/\/handout-[^/]*\.js$/);
    await page.goto(`./?lesson=failover${step}`, { waitUntil: 'networkidle' });
    await fetched;
    await expect(page.getByText(`step ${step ? 3 : 1} of 4`)).toBeVisible();
    await expect(page.locator('.handout')).toHaveCount(0);
    await page.pdf();
    const handout = page.locator('.handout');
    await expect(handout).toBeHidden();
    await page.emulateMedia({ media: 'print' });
    await expect(handout.getByRole('heading', { level: 1 })).toHaveText('Failover');
    await expect(handout.locator('figure > svg')).toHaveCount(5);
    await expect(stage(page)).toBeHidden();
    const answers = handout.locator('.handoutAnswer');
    await expect(answers).toContainText(['Broker 2']);
    await expect(answers.first()).not.toContainText('Many would say so.');
    await page.emulateMedia({ media: 'screen' });
    await page.keyboard.press('Control');
    await expect(handout).toHaveCount(0);
  });

test('a run that is no lesson, and a lesson that was left, are printed as they are shown', async ({
  page,
}) => {
  await page.goto('./?lesson=failover', { waitUntil: 'networkidle' });
  await button(page, 'Leave the lesson').click();
  await page.pdf();
  await expect(page.locator('.handout')).toHaveCount(0);
  await page.emulateMedia({ media: 'print' });
  await expect(stage(page)).toBeVisible();
});

test('the browser prints the picture and its words in light colours, and nothing to press', async ({
  page,
}) => {
  await open(page);
  await page.emulateMedia({ media: 'print' });
  await expect(stage(page)).toContainText('orders-2');
  await expect(page.getByRole('region', { name: 'Caption' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Playback' })).toBeHidden();
  await expect(button(page, 'Share')).toBeHidden();
  await expect(button(page, 'Produce')).toBeHidden();
  expect(await groundOf(page.locator('html'))).toBe('rgb(255, 255, 255)');
  const ink = await stage(page).evaluate((element) => getComputedStyle(element).color);
  expect(ink).toBe('rgb(28, 30, 33)');
});

function groundOf(element: Locator): Promise<string> {
  return element.evaluate((one) => getComputedStyle(one).backgroundColor);
}
