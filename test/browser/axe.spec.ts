import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { brokerButton, button, caption, choose, open, produce, settled, speed } from './person';
import { test } from './watched';

const SCREENS = [
  { width: 1280, height: 720, schemes: ['light', 'dark'] },
  { width: 360, height: 640, schemes: ['light'] },
] as const;

const STATES: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'at rest': async () => undefined,
  'with a menu open': async (page) => {
    await brokerButton(page, 1).click();
    await expect(page.getByRole('menu')).toBeVisible();
  },
  'with the settings open': async (page) => {
    await button(page, 'Settings').click();
    await page.getByLabel('Replication factor').fill('5');
    await button(page, 'Start a new cluster').click();
    for (const more of ['Racks', 'Latency']) await page.getByText(more, { exact: true }).click();
  },
  'with the list of keys open': async (page) => {
    await button(page, 'Keys').click();
    await expect(page.getByRole('dialog')).toBeVisible();
  },
  'with the filter of the event list open': async (page) => {
    await produce(page);
    await settled(page);
    await button(page, 'Filter').click();
  },
  'with the promises shown': async (page) => {
    await page.getByRole('tab', { name: 'Promises' }).click();
    await expect(page.getByRole('list', { name: /^Promises to those/ })).toBeVisible();
  },
  'with a record in flight': async (page) => {
    await produce(page);
    await expect(caption(page)).not.toContainText('Press Produce');
    await button(page, 'Pause').click();
  },
  'with the space-time diagram': async (page) => {
    await speed(page, 8);
    await produce(page);
    await settled(page);
    await page.keyboard.press('d');
    await expect(page.getByRole('application')).toBeVisible();
  },
  'with a broker crashed': async (page) => {
    await speed(page, 8);
    await choose(page, 1, 'Crash');
    await settled(page);
    await page.locator('.feedOpen').first().click();
    await expect(page.locator('.feedReasons')).toBeVisible();
  },
  'with the inspector on a high watermark that stands still': async (page) => {
    await choose(page, 3, 'Crash');
    await produce(page);
    await page.getByRole('button', { name: /^Why does the high watermark/ }).click();
    await expect(page.getByText(/Broker 3 holds it back by 1/)).toBeVisible();
    await button(page, 'Pause').click();
  },
};

for (const [state, reach] of Object.entries(STATES)) {
  test(`axe finds nothing ${state} on a desk or on a phone`, async ({ page }) => {
    await open(page);
    await reach(page);
    for (const { width, height, schemes } of SCREENS) {
      await page.setViewportSize({ width, height });
      for (const colorScheme of schemes) {
        await page.emulateMedia({ colorScheme });
        const { violations } = await new AxeBuilder({ page }).analyze();
        const found = violations.flatMap(({ id, nodes }) =>
          nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary}`),
        );
        expect(found, `${width} px wide, ${colorScheme}`).toEqual([]);
      }
    }
  });
}
