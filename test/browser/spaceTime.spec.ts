import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from '@playwright/test';
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

test('in forced colours the diagram has the ground, the words and the lines of the system', async ({
  page,
}) => {
  // The page asks for what the system is not.
  for (const [theme, colorScheme] of [['light', 'dark'] as const, ['dark', 'light'] as const]) {
    await page.emulateMedia({ forcedColors: 'active', colorScheme });
    await page.goto(`./?theme=${theme}`, { waitUntil: 'networkidle' });
    await speed(page, 8);
    await produce(page);
    await settled(page);
    await page.getByRole('main').focus();
    await page.keyboard.press('d');
    await expect(diagram(page)).toBeVisible();
    const { ground, ink, ...shown } = await forcedColours(page);
    expect(ink).not.toBe(ground);
    expect(shown, theme).toEqual({ behind: [ground], words: [ink], lines: [ink], playhead: [ink] });
  }
});

/** The colours of the page, and those that parts of the diagram have. */
function forcedColours(page: Page) {
  return page.evaluate(() => {
    const colours = (parts: string, property: string) => [
      ...new Set(
        [...document.querySelectorAll(parts)].map((part) =>
          getComputedStyle(part).getPropertyValue(property),
        ),
      ),
    ];
    const { backgroundColor: ground, color: ink } = getComputedStyle(document.body);
    return {
      ground,
      ink,
      behind: colours('.spaceTimeSvg > rect', 'fill'),
      words: colours('.spaceTimeSvg > text, .spaceTimeLegend text', 'fill'),
      lines: colours('.spaceTimeSvg [data-flight], .spaceTimeLegend path', 'stroke'),
      playhead: colours('.spaceTimeNow', 'border-left-color'),
    };
  });
}

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

test('where nine brokers scroll within stage and diagram, their edges say so', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('./?settings=brokers:9,partitions:12', { waitUntil: 'networkidle' });
  await page.getByRole('main').focus();
  await page.keyboard.press('d');
  await expect(diagram(page)).toBeVisible();
  const boxes = page.locator('.scrollEdges');
  await expect(boxes).toHaveCount(2);
  for (const box of await boxes.all()) {
    await expect.poll(() => edgesOf(box)).toEqual({ above: '0', below: '1' });
    const width = await box.evaluate((element) => element.clientWidth);
    await box.evaluate((element) => element.scrollTo(0, 60));
    await expect.poll(() => edgesOf(box)).toEqual({ above: '1', below: '1' });
    await box.evaluate((element) => element.scrollTo(0, element.scrollHeight));
    await expect.poll(() => edgesOf(box)).toEqual({ above: '1', below: '0' });
    expect(await box.evaluate((element) => element.clientWidth)).toBe(width);
  }
  await page.emulateMedia({ forcedColors: 'active' });
  const lines = await boxes.evaluateAll((all) =>
    all.map((box) => getComputedStyle(box, '::after').borderBottomStyle),
  );
  expect(lines).toEqual(['dotted', 'dotted']);
});

test('what has room for all has no shaded edge', async ({ page }) => {
  await page.setViewportSize({ width: 1600, height: 900 });
  await open(page);
  await page.getByRole('main').focus();
  await page.keyboard.press('d');
  await expect(diagram(page)).toBeVisible();
  for (const box of await page.locator('.scrollEdges').all())
    expect(await edgesOf(box)).toEqual({ above: '0', below: '0' });
});

/** How much is seen of the shades at the edges of what scrolls. */
function edgesOf(box: Locator) {
  return box.evaluate((element) => ({
    above: getComputedStyle(element, '::before').opacity,
    below: getComputedStyle(element, '::after').opacity,
  }));
}

function diagram(page: Page) {
  return page.getByRole('application');
}
