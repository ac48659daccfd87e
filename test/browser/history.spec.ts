import { expect, type Page } from '@playwright/test';
import { print } from './costs';
import { button, newCluster, open, slider, speed } from './person';
import { test } from './watched';

/** As the page opens, but so far apart that much happens in a second of the story. */
const FAR_APART = { brokers: 3, partitions: 3, factor: 3 };
const LATENCY_MS = [30, 45] as const;
const EVENTS = 10_000;
const SEEKS = 120;
/** How much dearer a seek may be in a long history than in a short one. */
const RATIO_MAX = 6;

test('one seeks in ten thousand events as in a hundred', async ({ page }) => {
  test.setTimeout(480_000);
  await page.addInitScript(() => {
    // The pointer of the test is none of the browser's.
    Element.prototype.setPointerCapture = () => undefined;
  });
  await open(page);
  await page.setViewportSize({ width: 1600, height: 900 });
  await newCluster(page, { ...FAR_APART, latencyMs: LATENCY_MS });
  await button(page, 'Settings').click();
  await page.getByLabel('Load, records per second').selectOption('200');
  await page.getByRole('button', { name: 'Close' }).click();
  await speed(page, 8);
  for (const load of await page.getByRole('button', { name: /^Steady load/ }).all())
    await load.click();
  await expect.poll(() => eventsToldOf(page), { timeout: 60_000 }).toBeGreaterThan(100);
  const [shortP50] = await seeks(page);
  await button(page, 'To the end').click();
  await button(page, 'Play').click();
  await expect.poll(() => eventsToldOf(page), { timeout: 400_000 }).toBeGreaterThan(EVENTS);
  const [p50, p95] = await seeks(page);
  const figures = `p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`;
  print(`a seek in ${EVENTS} events, all of the page drawn: ${figures}`);
  print(`a seek in some hundred events: p50 ${shortP50.toFixed(1)} ms`);
  expect(p50 / shortP50, 'dearer than in a short history').toBeLessThan(RATIO_MAX);
  await expect(slider(page)).toHaveAttribute('aria-valuetext', /s of cluster time, /);
});

/** The number of the last event in the list. */
async function eventsToldOf(page: Page): Promise<number> {
  const texts = await page.locator('.feedNumber').allTextContents();
  return Math.max(0, ...texts.map((text) => Number(text.slice(1))));
}

/** Presses all over the scrubber: the median and the 95th percentile, laid out as well. */
async function seeks(page: Page): Promise<readonly [number, number]> {
  const times = await page.evaluate(async (count) => {
    const scrubber = document.querySelector('.scrubber');
    const axis = document.querySelector('.bands')?.getBoundingClientRect();
    if (!scrubber || !axis) throw new Error('There is no history.');
    const spent: number[] = [];
    for (let nth = 0; nth < count; nth += 1) {
      const clientX = axis.left + axis.width * (((nth * 7_919) % 9_973) / 9_973);
      const at = { bubbles: true, button: 0, clientX, clientY: axis.top };
      const startedAt = performance.now();
      scrubber.dispatchEvent(new PointerEvent('pointerdown', at));
      await Promise.resolve();
      document.body.getBoundingClientRect();
      spent.push(performance.now() - startedAt);
      scrubber.dispatchEvent(new PointerEvent('pointerup', at));
      await new Promise(requestAnimationFrame);
    }
    return spent;
  }, SEEKS);
  const sorted = times.toSorted((a, b) => a - b);
  return [sorted[SEEKS >> 1] ?? 0, sorted[Math.floor(SEEKS * 0.95)] ?? 0];
}
