import { expect, type Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { button, open, stage } from './person';
import { test } from './watched';

const SCENARIO = new URL('../scenarios/firstCrash.json', import.meta.url);

test('a scenario file that is dropped on the page is opened, a bad one named and left', async ({
  page,
}) => {
  await open(page);
  await stage(page).hover();
  await drop(page, 'bad.json', '{"version": 1, "commands": [{"at": 0}]}');
  const note = page.getByRole('alert');
  await expect(note).toContainText('“bad.json” could not be opened, so what is here was kept.');
  await expect(note).toContainText('commands[0].command: is missing');
  await expect(stage(page)).toContainText('orders-2');
  await drop(page, 'good.json', readFileSync(SCENARIO, 'utf8'));
  // Its cluster has one partition; one of its commands comes too late.
  await expect(stage(page)).not.toContainText('orders-1');
  await expect(note).toContainText('One command in this run changed nothing.');
});

test('the sheet has a link, a code for phones, and a figure for another page to be seen', async ({
  page,
}) => {
  await open(page);
  await button(page, 'Share').click();
  await expect(page.getByRole('textbox', { name: 'Link' })).toHaveValue(/#r=1\./);
  await button(page, 'Fill the screen').click();
  const large = page.getByRole('dialog', { name: 'Scan to open this run' });
  const box = await large.getByRole('img').boundingBox();
  expect(box?.height).toBeGreaterThan(500);
  await page.keyboard.press('Escape');
  await expect(large).toBeHidden();
  const own = page.getByRole('region', { name: 'In a page of your own' });
  await own.getByLabel('Colours').selectOption('dark');
  await button(page, 'Show the preview').click();
  const preview = page.frameLocator('iframe[title^="Preview"]');
  await expect(preview.locator('.stageBox')).toContainText('orders-0');
  await expect(preview.locator('html')).toHaveAttribute('data-theme', 'dark');
});

/** A file let go over the page, as a browser tells of it. */
async function drop(page: Page, name: string, text: string) {
  const data = await page.evaluateHandle(
    ([fileName, content]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content ?? ''], fileName ?? ''));
      return transfer;
    },
    [name, text],
  );
  // Again and again, as while a hand drags.
  await expect(async () => {
    await page.dispatchEvent('body', 'dragover', { dataTransfer: data });
    await expect(page.locator('html')).toHaveAttribute('data-dropping', '', { timeout: 300 });
  }).toPass();
  await page.dispatchEvent('body', 'drop', { dataTransfer: data });
  await expect(page.locator('html')).not.toHaveAttribute('data-dropping');
}
