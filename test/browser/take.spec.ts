import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { brokerButton, button, choose, clock, open, produce } from './person';
import { test } from './watched';

test('a picture is the stage as it is, and opens the run at its moment when it is dropped', async ({
  page,
}) => {
  await open(page);
  await produce(page);
  await expect(page.getByRole('region', { name: 'Caption' })).toContainText('appended');
  await choose(page, 2, 'Crash');
  await expect(brokerButton(page, 2)).toHaveAccessibleName(/crashed/);
  await button(page, 'Pause').click();
  const moment = await clock(page).textContent();

  await button(page, 'Space-time').click();
  const diagram = await saved(page, () => button(page, 'Save as PNG').click());
  await button(page, 'Space-time').click();
  await button(page, 'Share').click();
  const picture = await saved(page, () => button(page, 'Save SVG').click());
  expect(picture.includes('still in ISR')).toBe(true);

  await open(page);
  await expect(clock(page)).not.toHaveText(moment ?? '');
  // Each comes back with what it is a picture of.
  await drop(page, 'diagram.png', diagram);
  await expect(clock(page)).toHaveText(moment ?? '', { timeout: 20_000 });
  await expect(button(page, 'Space-time')).toHaveAttribute('aria-pressed', 'true');
  await drop(page, 'stage.svg', picture);
  await expect(button(page, 'Space-time')).toHaveAttribute('aria-pressed', 'false');
  await expect(brokerButton(page, 2)).toHaveAccessibleName(/crashed/);
  await expect(clock(page)).toHaveText(moment ?? '');
});

test('where the page cannot draw, that is said, and nothing breaks', async ({ page }) => {
  await page.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null;
  });
  await open(page);
  await button(page, 'Share').click();
  for (const kind of ['Save PNG', 'Save GIF']) {
    await button(page, kind).click();
    const said = page.getByRole('region').filter({ has: button(page, kind) });
    await expect(said).toContainText('This browser cannot draw. Save the SVG.');
  }
});

async function saved(page: Page, press: () => Promise<void>): Promise<Buffer> {
  const [file] = await Promise.all([page.waitForEvent('download'), press()]);
  return readFile(await file.path());
}

/** A file let go over the page, as a browser tells of it. */
async function drop(page: Page, name: string, bytes: Buffer): Promise<void> {
  const data = await page.evaluateHandle(
    ([fileName = '', content = '']) => {
      const transfer = new DataTransfer();
      const letters = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
      transfer.items.add(new File([letters], fileName));
      return transfer;
    },
    [name, bytes.toString('base64')],
  );
  for (const type of ['dragenter', 'dragover', 'drop'])
    await page.dispatchEvent('body', type, { dataTransfer: data });
}
