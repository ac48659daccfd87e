import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { scenarioInFile } from '../../../src/share/take/scenarioInFile';
import { picturesIn } from '../../gifPictures';
import { button, caption } from '../person';
import { meanDifference } from '../picture';
import { test } from './hosted';

/** What a PNG is at least when something is painted on it, in bytes. */
const PAINTED = 20_000;

test.beforeEach(async ({ page, host }) => {
  const site = await host('', { 'content-security-policy': "default-src 'self'" });
  await page.goto(`${site}/index.html?scene=oneDown&step=2`);
  await expect(caption(page)).toContainText('appended');
});

test('under that policy a picture is painted as a browser draws it', async ({ page, baseURL }) => {
  await button(page, 'Share').click();
  await page.getByLabel('Size').first().selectOption('page');
  const [svg, png] = [await saved(page, 'Save SVG'), await saved(page, 'Save PNG')];
  await page.keyboard.press('Escape');
  await button(page, 'Space-time').click();
  // That it was saved is said below the diagram, where it takes some of its room.
  await saved(page, 'Save as SVG');
  const [wave, wavePng] = [await saved(page, 'Save as SVG'), await saved(page, 'Save as PNG')];

  const [, width = 0] = /width="(\d+)"/.exec(svg.toString()) ?? [];
  expect(png.readUInt32BE(16)).toBe(2 * Number(width));
  expect(png.length).toBeGreaterThan(PAINTED);
  for (const file of [svg, png, wave, wavePng]) expect(scenarioInFile(file)).toMatch(/^1\./);
  // Only a page without that policy can show pictures of its own.
  await page.goto(baseURL ?? '');
  expect(await meanDifference(page, svg, png)).toBeLessThan(0.1);
  expect(await meanDifference(page, wave, wavePng)).toBeLessThan(0.1);
});

test('under that policy a clip is made, picture by picture', async ({ page }) => {
  await button(page, 'Share').click();
  const clip = page.getByRole('region', { name: 'Clip of a stretch' });
  await clip.getByLabel('Pictures').selectOption('10');
  const said = /^(\d+) pictures/.exec((await clip.locator('.takeSays').textContent()) ?? '');
  const gif = await saved(page, 'Save GIF');
  expect([gif.readUInt16LE(6), gif.readUInt16LE(8)]).toEqual([960, 540]);
  expect(scenarioInFile(gif)).toMatch(/^1\./);
  const pictures = picturesIn(gif);
  expect(pictures.length).toBeGreaterThan(1);
  expect(pictures).toHaveLength(Number(said?.[1]));
  for (const { points, hundredths } of pictures) {
    expect(hundredths).toBe(10);
    expect(new Set(points).size).toBeGreaterThan(50);
  }
});

async function saved(page: Page, name: string): Promise<Buffer> {
  const [file] = await Promise.all([page.waitForEvent('download'), button(page, name).click()]);
  return readFile(await file.path());
}
