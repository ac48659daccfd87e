import { expect } from '@playwright/test';
import { brokerButton, button, caption, choose, produce, settled, speed } from './person';
import { textFaults } from './textFaults';
import { test } from './watched';

const LEAST = 20;

test('on a projector all text of the figure has 20 pixels and more', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.goto('./?profile=projector');
  await expect(brokerButton(page, 1)).toBeVisible();
  const small = () =>
    page.evaluate((least) => {
      const walker = document.createTreeWalker(
        document.querySelector('main') ?? document.body,
        NodeFilter.SHOW_TEXT,
      );
      const found: string[] = [];
      while (walker.nextNode()) {
        const element = walker.currentNode.parentElement;
        const range = document.createRange();
        range.selectNodeContents(walker.currentNode);
        const { width, height } = range.getBoundingClientRect();
        const isSeen = element?.checkVisibility({ opacityProperty: true }) && width * height > 9;
        if (!isSeen || !element || element.closest('.visuallyHidden, option')) continue;
        const size = parseFloat(getComputedStyle(element).fontSize);
        if (size < least) found.push(`${walker.currentNode.textContent} is set in ${size} px`);
      }
      return found;
    }, LEAST);
  expect(await small()).toEqual([]);
  await speed(page, 8);
  await choose(page, 1, 'Crash');
  await settled(page);
  expect(await small()).toEqual([]);
  expect(await textFaults(page)).toEqual([]);
  const size = await caption(page).evaluate((words) =>
    parseFloat(getComputedStyle(words).fontSize),
  );
  expect(size).toBeGreaterThanOrEqual(28);
});

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
