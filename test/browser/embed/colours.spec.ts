import { expect, type Locator } from '@playwright/test';
import { frameOf, test } from './hosted';

const SCRIPT = '<script src="kafka-replication.js"></script>';
const COPIES = 'embed.html?scene=copies';

// Pretended colours would be those of every frame, whatever its host has.
test.use({ colorScheme: null });

test('the colours are those of the host, unless others are asked for', async ({
  page,
  host,
  baseURL,
}) => {
  const frames = frameOf(baseURL, COPIES) + frameOf(baseURL, `${COPIES}&theme=light`);
  const elements =
    '<kafka-replication></kafka-replication><kafka-replication theme="light"></kafka-replication>';
  const dark = '<style>:root { color-scheme: dark }</style>';
  await page.goto(await host(dark + elements + frames + SCRIPT));
  const ground = (figure: Locator) =>
    figure.evaluate((element) => getComputedStyle(element).getPropertyValue('background-color'));
  const captions = page.locator('kafka-replication .caption');
  await expect.poll(() => ground(captions.nth(0))).toBe('rgb(23, 26, 32)');
  await expect.poll(() => ground(captions.nth(1))).toBe('rgb(255, 255, 255)');
  const inFrame = (at: number) => page.frameLocator('iframe').nth(at).locator('.caption');
  await expect.poll(() => ground(inFrame(0))).toBe('rgb(23, 26, 32)');
  await expect.poll(() => ground(inFrame(1))).toBe('rgb(255, 255, 255)');
});
