import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { pngText } from '../../src/share/take/pngText';
import { svgText } from '../../src/share/take/svgText';
import { button, choose, open, produce, settled, speed } from './person';
import { test } from './watched';

test('the diagram comes with D, a line is a message, and the picture is saved', async ({
  page,
}) => {
  await open(page);
  await speed(page, 8);
  await produce(page);
  await settled(page);
  await choose(page, 1, 'Crash');
  await settled(page);
  await page.getByRole('main').focus();
  await page.keyboard.press('d');
  await expect(diagram(page)).toHaveAccessibleName(/^Space-time diagram of orders-0: \d+ messages/);
  await expect(button(page, 'Space-time')).toHaveAttribute('aria-pressed', 'true');

  const line = await diagram(page).locator('[data-flight] path').last().boundingBox();
  if (!line) throw new Error('There is no line in the diagram.');
  await page.mouse.click(line.x + line.width / 2, line.y + line.height / 2);
  await expect(page.getByRole('tab', { name: 'Wire' })).toHaveAttribute('aria-selected', 'true');

  const [file] = await Promise.all([
    page.waitForEvent('download'),
    button(page, 'Save as SVG').click(),
  ]);
  expect(file.suggestedFilename()).toBe('highwater-space-time.svg');
  const svg = await readFile(await file.path(), 'utf8');
  expect(svgText(svg)).toMatch(/^1\./);
  expect(svg).toContain('leader, epoch 1');
  expect(svg).not.toContain('var(');
  const drawn = await page.evaluate(
    (text) => new DOMParser().parseFromString(text, 'image/svg+xml').documentElement.nodeName,
    svg,
  );
  expect(drawn).toBe('svg');

  const [png] = await Promise.all([
    page.waitForEvent('download'),
    button(page, 'Save as PNG').click(),
  ]);
  expect(pngText(await readFile(await png.path()))).toBe(svgText(svg));

  await page.keyboard.press('d');
  await expect(diagram(page)).toBeHidden();
});

test('the arrow keys lead from message to message in the diagram, and step elsewhere', async ({
  page,
}) => {
  await open(page);
  await speed(page, 8);
  await produce(page);
  await settled(page);
  await page.keyboard.press('d');
  await diagram(page).focus();
  const moment = page.getByRole('timer', { name: 'Cluster time' });
  const clock = await moment.textContent();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('status')).toContainText(/^Produce m, from producer 1/);
  await expect(moment).toHaveText(clock ?? '');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('main')).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(moment).not.toHaveText(clock ?? '');
});

function diagram(page: Page) {
  return page.getByRole('application');
}
