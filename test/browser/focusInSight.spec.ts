import { expect, type Page } from '@playwright/test';
import { test } from './watched';

const STOPS_MAX = 120;
const SCREENS = [
  [320, 640],
  [360, 640],
  [640, 360],
] as const;

for (const [width, height] of SCREENS)
  for (const address of ['./', './?lesson=failover&step=2'])
    test(`what has the focus is in sight at ${width}×${height} of ${address}`, async ({ page }) => {
      await page.setViewportSize({ width, height });
      await page.goto(address, { waitUntil: 'networkidle' });
      const reached: string[] = [];
      const covered: string[] = [];
      for (let stop = 0; stop < STOPS_MAX; stop += 1) {
        await page.keyboard.press('Tab');
        const { name, isInSight } = await focused(page);
        if (name === reached[0]) break;
        reached.push(name);
        if (!isInSight) covered.push(name);
      }
      expect(reached.join('\n')).toMatch(/Broker 3.*: menu/);
      expect(reached.join('\n')).toMatch(/Next event/);
      expect(covered).toEqual([]);
    });

/** What has the focus, and whether any of it is on the screen and under nothing that sticks. */
function focused(page: Page): Promise<{ name: string; isInSight: boolean }> {
  return page.evaluate(() => {
    const own = document.activeElement ?? document.body;
    // The choice of colours shows the focus as a whole.
    const control = own.closest('.themes') ?? own.closest('label') ?? own;
    const { x, y, width, height } = control.getBoundingClientRect();
    const shares = [0.1, 0.3, 0.5, 0.7, 0.9];
    const isInSight = shares
      .flatMap((across) => shares.map((down) => [across, down] as const))
      .map(([across, down]) => document.elementFromPoint(x + width * across, y + height * down))
      .some((top) => top && (control.contains(top) || !top.closest('.captionBox, .transport')));
    return { name: own.getAttribute('aria-label') ?? own.textContent ?? '', isInSight };
  });
}
