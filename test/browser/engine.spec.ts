import { expect, type Page } from '@playwright/test';
import { button, caption, open, produce, settled, stage } from './person';
import { test } from './watched';

const ENGINE = /\/engine-[^/]*\.js$/;
const LESSONS = /\/lessons-[^/]*\.js$/;
const NOT_LOADED = /could not be loaded.* try again/;

test('a page that nobody touches asks for no engine, and the first move of a pointer does', async ({
  page,
}) => {
  const asked = requestsFor(page, ENGINE);
  await open(page);
  expect(asked).toEqual([]);
  await stage(page).hover();
  await expect.poll(() => asked).toHaveLength(1);
  await produce(page);
  await expect(caption(page)).toContainText('orders-0');
  expect(asked).toHaveLength(1);
});

test('lessons and scenes are asked for when somebody opens them, and no earlier', async ({
  page,
}) => {
  const asked = requestsFor(page, LESSONS);
  await open(page);
  await produce(page);
  await settled(page);
  expect(asked).toEqual([]);
  await button(page, 'Lessons').click();
  await expect(page.getByRole('dialog', { name: 'Lessons' })).toBeVisible();
  expect(asked).toHaveLength(1);
});

test('a key that is the very first thing is obeyed, however late the engine comes', async ({
  page,
}) => {
  let arrive = () => {};
  const arrival = new Promise<void>((resolve) => (arrive = resolve));
  await page.route(ENGINE, async (route) => {
    await arrival;
    await route.continue();
  });
  await open(page);
  await page.keyboard.press('p');
  await page.keyboard.press('p');
  await expect(page.getByRole('main')).toHaveAttribute('aria-busy', 'true');
  await expect(button(page, 'Play')).toBeVisible();
  arrive();
  await expect(button(page, 'Pause')).toBeVisible();
  await settled(page);
  await expect(page.getByLabel('Promises')).toContainText('13 acknowledged');
});

test('an engine that is not to be had is said to be so, and can be asked for again', async ({
  page,
  complaints,
}) => {
  await page.route(ENGINE, (route) => route.abort());
  await open(page);
  await page.keyboard.press('p');
  await expect(page.getByText(NOT_LOADED)).toBeVisible();
  await page.unroute(ENGINE);
  await button(page, 'Continue').click();
  await expect(page.getByText(NOT_LOADED)).toBeHidden();
  await page.keyboard.press('p');
  await expect(button(page, 'Pause')).toBeVisible();
  // The browser itself complains of the request that failed.
  complaints.length = 0;
});

function requestsFor(page: Page, file: RegExp): readonly string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (file.test(request.url())) asked.push(request.url());
  });
  return asked;
}
