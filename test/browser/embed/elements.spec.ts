import { expect, type Locator } from '@playwright/test';
import { expectAtStart, test } from './hosted';

const SCRIPT = '<script src="kafka-replication.js"></script>';
const ELEMENT = '<kafka-replication scene="copies"></kafka-replication>';
const DARK = '<kafka-replication scene="copies" theme="dark"></kafka-replication>';

test('an element looks as always, whatever the page around says of all its words', async ({
  page,
  host,
}) => {
  const style = `<style>
    * { letter-spacing: 0.1em; line-height: 3; text-align: right; text-transform: uppercase }
    section, .caption, .dialog { display: none; color: red }
  </style>`;
  await page.goto(await host(style + ELEMENT + SCRIPT));
  const said = page.locator('.captionText');
  await expect(said).toBeVisible();
  const looks = ['letter-spacing', 'text-transform', 'text-align', 'color'];
  const taken = await said.evaluate(
    (element, names) => names.map((name) => getComputedStyle(element).getPropertyValue(name)),
    looks,
  );
  expect(taken).toEqual(['normal', 'none', 'center', 'rgb(28, 30, 33)']);
});

test('an element is whole, in light, on the paper of the page around', async ({ page, host }) => {
  await page.goto(await host(`<div style="width: 640px">${DARK}</div>${SCRIPT}`));
  await expect(page.getByRole('button', { name: /^Broker 3, / })).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.transport')).toBeHidden();
  await expect(page.locator('.captionText')).toBeVisible();
  const { x = 0, width = 0 } = (await page.locator('[data-broker="3"]').boundingBox()) ?? {};
  expect(width).toBeGreaterThan(0);
  expect(x + width).toBeLessThanOrEqual(650);
  expect(await ground(page.locator('kafka-replication'))).toBe('rgb(255, 255, 255)');
});

test('an element that was hidden is there once it is shown, and asks for nothing more', async ({
  page,
  host,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(await host(`<div style="display: none">${ELEMENT}</div>${SCRIPT}`));
  await page.locator('div').evaluateAll(([first]) => first?.removeAttribute('style'));
  const figure = page.locator('kafka-replication');
  await figure.getByRole('button', { name: /^Broker 3, .*: menu$/ }).click();
  await figure.getByRole('menuitem', { name: 'Crash' }).click();
  await expect(figure.locator('.captionText')).toContainText('Broker 3');
  expect(asked.toSorted()).toEqual(['/', '/favicon.svg', '/kafka-replication.js']);
});

test('an element that is moved or turns dark keeps its run, and put back it begins anew', async ({
  page,
  host,
}) => {
  await page.goto(await host(`<div></div>${ELEMENT}${SCRIPT}`));
  const figure = page.locator('kafka-replication');
  const said = figure.locator('.captionText');
  await figure.getByRole('button', { name: 'Next event' }).click();
  await expect(said).not.toContainText('Figure 2.');
  await figure.evaluate((element) => document.querySelector('div')?.append(element));
  await expect(said).not.toContainText('Figure 2.');
  await page.emulateMedia({ colorScheme: 'dark' });
  await figure.evaluate((element) => element.setAttribute('theme', 'system'));
  await expect.poll(() => ground(figure)).toBe('rgb(23, 26, 32)');
  await figure.evaluate((element) => element.setAttribute('theme', 'light'));
  await expect.poll(() => ground(figure)).toBe('rgb(255, 255, 255)');
  await expect(said).not.toContainText('Figure 2.');
  await figure.evaluate(async (element) => {
    const home = element.parentElement;
    element.remove();
    await new Promise((later) => setTimeout(later));
    home?.append(element);
  });
  await expect(said).toContainText('Figure 2.');
  await expectAtStart(figure);
});

test('an element says each thing that is wrong with its attributes, as the page does', async ({
  page,
  host,
}) => {
  await page.goto(
    await host(`<kafka-replication settings="brokers:200"></kafka-replication>${SCRIPT}`),
  );
  const figure = page.locator('kafka-replication');
  const note = figure.getByRole('alert');
  await expect(note).toContainText('The page shows at most 9 brokers.');
  await figure.evaluate((element) => element.setAttribute('theme', 'pink'));
  await expect(note).toContainText('theme cannot be “pink”.');
  await expect(note).toContainText('The page shows at most 9 brokers.');
  await figure.evaluate((element) => element.setAttribute('theme', 'dark'));
  await expect(note).not.toContainText('theme');
  await expect(note).toContainText('The page shows at most 9 brokers.');

  await page.goto(await host(`<kafka-replication height="tall"></kafka-replication>${SCRIPT}`));
  await expect(note).toContainText('height cannot be “tall”.');

  const both = '<kafka-replication scene="nope" run="1.zz"></kafka-replication>';
  await page.goto(await host(both + SCRIPT));
  await expect(note).toContainText('There is no scene “nope”.');
  await expect(note).toContainText('It is damaged, or only a part of it.');
  await expectAtStart(figure);
});

test('an element throws where its methods are misused, and shows what it showed', async ({
  page,
  host,
}) => {
  await page.goto(await host(ELEMENT + SCRIPT));
  const figure = page.locator('kafka-replication');
  await expect(figure.locator('.captionText')).toContainText('Figure 2.');
  const thrown = await figure.evaluate((element) => {
    const ask = (name: string, asked: unknown) => {
      try {
        Reflect.apply(Reflect.get(element, name), element, [asked]);
        return 'nothing';
      } catch (error) {
        return String(error);
      }
    };
    return [ask('seek', 'x'), ask('step', 5), ask('seek', 1e9), ask('load', { scene: 'zzz' })];
  });
  expect(thrown).toEqual([
    'TypeError: seek: seconds: expected 0 to 600',
    'TypeError: step: by: expected one of 1, -1, got 5',
    'TypeError: seek: seconds: expected 0 to 600',
    'nothing',
  ]);
  await expect(figure.getByRole('alert')).toContainText('There is no scene “zzz”.');
  await expectAtStart(figure);
});

function ground(figure: Locator): Promise<string> {
  return figure
    .locator('.caption')
    .evaluate((caption) => getComputedStyle(caption).getPropertyValue('background-color'));
}
