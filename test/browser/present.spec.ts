import { expect } from '@playwright/test';
import { type Barriers, findBarriers } from './everyone';
import { button, caption, choose, produce, settled, speed } from './person';
import { test } from './watched';

test('the window of the speaker follows the picture, and the picture its buttons', async ({
  page,
  context,
}) => {
  await page.goto('./');
  await button(page, 'Present').click();
  const opened = context.waitForEvent('page');
  await button(page, "Open the speaker's window").click();
  const speaker = await opened;
  await expect(speaker.getByText('There are none for this moment.')).toBeVisible();
  await speed(page, 8);
  await produce(page);
  await settled(page);
  await speaker.getByRole('button', { name: /^Back/ }).click();
  const told = (await speaker.locator('.speakerCaption').textContent()) ?? '';
  await expect(caption(page)).toContainText(told);
  const barriers: Barriers = new Map();
  await findBarriers(speaker, 'the window of the speaker', barriers);
  expect([...barriers.keys()]).toEqual([]);
  await page.reload();
  await speaker.reload();
  await expect(speaker.locator('.speakerCaption')).toBeVisible();
});

test('a number and Enter lead to the event of this number', async ({ page }) => {
  await page.goto('./');
  await speed(page, 8);
  await choose(page, 1, 'Crash');
  await settled(page);
  await page.getByRole('main').focus();
  await page.keyboard.type('1');
  await expect(page.getByText('Event 1, then Enter')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(caption(page)).toContainText('Broker 1 crashed.');
  await expect(page.getByText('Event 1, then Enter')).toBeHidden();
});
