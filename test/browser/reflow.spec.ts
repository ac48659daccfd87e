import { expect, type Page } from '@playwright/test';
import { brokerButton, button, choose, open, produce, settled, speed } from './person';
import { twoFrames } from './picture';
import { textFaults } from './textFaults';
import { test } from './watched';

/** As many CSS pixels as a screen has at 200 % and at 400 %. */
const ZOOMED = { '1280×720 at 200 %': [640, 360], '1280×1024 at 400 %': [320, 256] } as const;

for (const [screen, [width, height]] of Object.entries(ZOOMED)) {
  test(`nothing is lost, and nothing is scrolled sideways, on ${screen}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await open(page);
    await speed(page, 8);
    const faults: string[] = [];
    const look = async (when: string) => {
      await twoFrames(page);
      const found = await textFaults(page);
      // A sheet lies over the words that stick to the edge.
      const inPage = /captionText|captionWhy|clock|mark|transport/;
      const isOpen = await page.getByRole('dialog').isVisible();
      const kept = isOpen ? found.filter((fault) => !inPage.test(fault)) : found;
      faults.push(...kept.map((fault) => `${when}: ${fault}`));
    };
    await look('at rest');
    await produce(page);
    await settled(page);
    await choose(page, 1, 'Crash');
    await settled(page);
    await look('crashed');
    for (const panel of ['Inspect', 'Wire', 'Records', 'Promises', 'Tools']) {
      await page.getByRole('tab', { name: panel }).click();
      await expect(page.getByRole('tabpanel', { name: panel })).toBeVisible();
      await look(panel);
    }
    for (const sheet of ['Settings', 'Lessons', 'Share', 'Present']) {
      await button(page, sheet).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await look(sheet);
      await page.keyboard.press('Escape');
    }
    await brokerButton(page, 2).click();
    await page.getByRole('menuitem', { name: /^Crash/ }).scrollIntoViewIfNeeded();
    await expect(page.getByRole('menuitem', { name: /^Crash/ })).toBeInViewport();
    expect([...new Set(faults)]).toEqual([]);
  });
}

test('words with more space between them stay readable', async ({ page }) => {
  await open(page);
  await page.addStyleTag({
    content: `* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
      word-spacing: 0.16em !important } p { margin-bottom: 2em !important }`,
  });
  for (const sheet of ['Settings', 'Lessons', 'Share', 'Present']) {
    await button(page, sheet).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toBeVisible();
    expect(await cutOff(page), sheet).toEqual([]);
    await page.keyboard.press('Escape');
  }
});

/** Words of a dialog that are cut off at a side. */
function cutOff(page: Page): Promise<readonly string[]> {
  return page.getByRole('dialog').evaluate((dialog) => {
    const { left, right } = dialog.getBoundingClientRect();
    return [...dialog.querySelectorAll('*')]
      .filter((each) => each.childElementCount === 0 && each.textContent?.trim())
      .filter((each) => !each.closest('.visuallyHidden') && each.checkVisibility())
      .filter((each) => {
        const box = each.getBoundingClientRect();
        const { overflowX } = getComputedStyle(each);
        const isClipped = overflowX !== 'visible' && each.scrollWidth > each.clientWidth + 1;
        return isClipped || box.left < left - 1 || box.right > right + 1;
      })
      .map((each) => each.textContent?.trim() ?? '');
  });
}
