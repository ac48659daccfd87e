import { expect, type Locator } from '@playwright/test';
import { expectAtStart, frameOf, test } from './hosted';

const SCRIPT = '<script src="kafka-replication.js"></script>';
const FAR = '<div style="height: 3000px"></div>';
const COPIES = 'embed.html?scene=copies';

function menuButton(figure: Locator, name: RegExp): Locator {
  return figure.getByRole('button', { name });
}

test('without its script the element is a link with a poster, and with it the figure', async ({
  page,
  host,
}) => {
  const plain =
    '<kafka-replication scene="copies"><a href="./?scene=copies">' +
    '<img src="favicon.svg" alt="Figure 2"></a></kafka-replication>';
  await page.goto(await host(plain));
  await expect(page.getByRole('link', { name: 'Figure 2' })).toBeVisible();
  await page.goto(await host(plain + SCRIPT));
  await expect(page.locator('.captionText')).toContainText('Figure 2.');
  await expect(page.getByRole('img', { name: 'Figure 2' })).toBeHidden();
  const link = page.getByRole('link', { name: 'Open in the full page' });
  await expect(link).toHaveAttribute('href', /scene=copies/);
});

test('two elements on a page stay apart, and their menus and dialogs with them', async ({
  page,
  host,
}) => {
  const one = (id: string) => `<kafka-replication id="${id}"></kafka-replication>`;
  await page.goto(await host(one('a') + one('b') + SCRIPT));
  const [a, b] = [page.locator('#a'), page.locator('#b')];
  await menuButton(a, /^Broker 1, .*: menu$/).click();
  await a.getByRole('menuitem', { name: 'Crash' }).click();
  await expect(a.locator('.captionText')).toContainText('Broker 1');
  await expect(b.locator('.captionText')).toContainText('Press Produce');

  await menuButton(b, /^Producer: menu$/).click();
  await b.getByRole('menuitem', { name: /^Produce/ }).click();
  await expect(b.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(b.getByRole('dialog')).toBeHidden();
  await menuButton(b, /^Broker 2, .*: menu$/).click();
  await expect(b.getByRole('menu')).toBeVisible();
  await a.locator('.captionText').click();
  await expect(b.getByRole('menu')).toBeHidden();
});

test('two frames on a page stay apart', async ({ page, host, baseURL }) => {
  await page.goto(await host(frameOf(baseURL, COPIES) + frameOf(baseURL, COPIES)));
  const [a, b] = [0, 1].map((at) => page.frameLocator('iframe').nth(at));
  if (!a || !b) throw new Error('two frames');
  await a.getByRole('button', { name: 'Next event' }).click();
  await expect(a.locator('.captionText')).not.toContainText('Figure 2.');
  await expect(b.locator('.captionText')).toContainText('Figure 2.');
});

test('it never starts by itself, and stops when it is scrolled out of view', async ({
  page,
  host,
  baseURL,
}) => {
  const element = '<kafka-replication scene="leaders"></kafka-replication>';
  await page.goto(await host(element + frameOf(baseURL, COPIES) + FAR + SCRIPT));
  for (const figure of [page.locator('kafka-replication'), page.frameLocator('iframe')]) {
    const name = (text: string) => figure.getByRole('button', { name: text, exact: true });
    await expect(figure.locator('.captionText')).toContainText('Figure');
    await expectAtStart(figure);
    await name('Play').click();
    await expect(name('Pause')).toBeAttached();
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    await expect(name('Play')).toBeAttached();
    await page.evaluate(() => window.scrollTo(0, 0));
  }
});

test('keys and the wheel are the host’s until somebody comes in', async ({
  page,
  host,
  baseURL,
}) => {
  await page.setViewportSize({ width: 700, height: 500 });
  // Lower than what is in it, which would scroll.
  const low = frameOf(baseURL, `${COPIES}&ui=full`, 'style="height: 250px"');
  await page.goto(await host(low + FAR));
  const frame = page.frameLocator('iframe');
  await expect(frame.locator('.captionText')).toContainText('Figure 2.');
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
  await page.mouse.move(300, 100);
  await page.mouse.wheel(0, 120);
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(0);
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.keyboard.press('ArrowRight');
  await expectAtStart(frame);

  await frame.locator('main').focus();
  await page.keyboard.press('ArrowRight');
  await expect(frame.locator('.captionText')).not.toContainText('Figure 2.');
});

test('an element takes neither focus nor keys nor the wheel by itself', async ({ page, host }) => {
  const element = '<kafka-replication scene="copies"></kafka-replication>';
  await page.goto(await host(element + FAR + SCRIPT));
  const figure = page.locator('kafka-replication');
  await expect(figure.locator('.captionText')).toContainText('Figure 2.');
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
  await page.keyboard.press('ArrowRight');
  await expectAtStart(figure);
  await figure.hover();
  await page.mouse.wheel(0, 300);
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(0);
  await figure.locator('.figure').focus();
  await page.keyboard.press('ArrowRight');
  await expect(figure.locator('.captionText')).not.toContainText('Figure 2.');
});
