import { expect, type Page } from '@playwright/test';
import { axeFaults, endAnimations } from './everyone';
import { brokerButton, button, caption, choose, produce, settled, speed } from './person';
import { twoFrames } from './picture';
import { setScreen } from './screens';
import { textFaults } from './textFaults';
import { test } from './watched';

const FONT_MIN = 20;
const STROKE_MIN = 2;

test('on a projector the picture is read from the back row, whatever happens', async ({ page }) => {
  test.setTimeout(60_000);
  const faults: string[] = [];
  await page.goto('./?profile=projector');
  await expect(brokerButton(page, 1)).toBeVisible();
  const look = async (when: string) => faults.push(...(await faultsOf(page, when)));
  await look('at rest');
  await produce(page);
  await settled(page);
  await button(page, 'To the beginning').click();
  await button(page, 'Next event').click();
  await button(page, 'Next event').click();
  await look('mid flight');
  await speed(page, 8);
  await choose(page, 1, 'Crash');
  await settled(page);
  const size = await caption(page).evaluate((words) => getComputedStyle(words).fontSize);
  expect(parseFloat(size)).toBeGreaterThanOrEqual(28);
  await look('crashed');
  await choose(page, 2, 'Network', 'Cut off from the controller');
  await settled(page);
  await look('with a zombie');
  await brokerButton(page, 3).click();
  await look('a menu');
  await page.keyboard.press('Escape');
  await page.keyboard.press('d');
  await expect(page.getByRole('application')).toBeVisible();
  await look('the diagram');
  await page.getByRole('main').focus();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await look('the list of keys');
  expect(faults).toEqual([]);
});

test('on a projector header, panels, sheets and lessons are as large', async ({ page }) => {
  test.setTimeout(60_000);
  const faults: string[] = [];
  await page.goto('./?profile=projector&lesson=failover&step=2');
  await expect(page.locator('.lessonSays')).toBeVisible({ timeout: 20_000 });
  faults.push(...(await faultsOf(page, 'a lesson')));
  const look = async (when: string) => faults.push(...(await unreadable(page, when)));
  await page.goto('./?profile=projector');
  await button(page, 'Present').click();
  await page.getByLabel('Without header and side panel').click();
  await look('the sheet Present');
  for (const sheet of ['Lessons', 'Cluster', 'Settings', 'Share']) {
    await page.keyboard.press('Escape');
    await button(page, sheet).click();
    await expect(page.getByRole('dialog', { name: sheet })).toBeVisible();
    await look(`the sheet ${sheet}`);
  }
  await page.keyboard.press('Escape');
  await speed(page, 8);
  await choose(page, 1, 'Crash');
  await settled(page);
  for (const panel of ['Events', 'Inspect', 'Wire', 'Records', 'Promises', 'Tools']) {
    await page.getByRole('tab', { name: panel }).click();
    await expect(page.getByRole('tabpanel', { name: panel })).toBeVisible();
    await look(`the panel ${panel}`);
  }
  faults.push(...(await textFaults(page)));
  expect(faults).toEqual([]);
});

test('on a projector the panel begins behind the transport, and rings are whole', async ({
  page,
}) => {
  await page.goto('./?profile=projector');
  await button(page, 'Present').click();
  await page.getByLabel('Without header and side panel').click();
  await page.keyboard.press('Escape');
  await speed(page, 8);
  const faults: string[] = [];
  const look = async (when: string) => {
    for (const screen of ['1024×768', '1280×720', '1600×900'] as const) {
      await setScreen(page, screen);
      await twoFrames(page);
      const edges = await page.evaluate(() => {
        window.scrollTo(0, 0);
        const boxOf = (part: string) => document.querySelector(part)?.getBoundingClientRect();
        const { bottom = -1 } = boxOf('.captionBox') ?? {};
        return { bottom, transport: boxOf('.transport')?.top ?? 0, panel: boxOf('.panel')?.top };
      });
      const { bottom, transport, panel = -1 } = edges;
      if (bottom > transport || panel < transport - 0.5)
        faults.push(`${when}, ${screen}: ${JSON.stringify(edges)}`);
    }
  };
  await look('at rest');
  await choose(page, 1, 'Crash');
  await settled(page);
  await look('crashed');
  // Who uses keys sees where the focus is.
  await page.keyboard.press('Tab');
  for (const one of await page.locator('.headerActions > .quietButton').all()) {
    await one.focus();
    await expect(one).toHaveCSS('outline-style', 'solid');
    const ring = await one.evaluate((element) => {
      const { outlineWidth, outlineOffset } = getComputedStyle(element);
      const { top } = element.getBoundingClientRect();
      const zoom = element.currentCSSZoom;
      return top - (parseFloat(outlineWidth) + parseFloat(outlineOffset)) * Math.max(1, zoom);
    });
    if (ring < 0) faults.push(`a ring begins at ${ring}`);
  }
  expect(faults).toEqual([]);
});

/** Of the picture, also on an older projector. */
async function faultsOf(page: Page, when: string): Promise<readonly string[]> {
  await setScreen(page, '1024×768');
  await twoFrames(page);
  const older = await textFaults(page);
  await setScreen(page, '1280×720');
  await twoFrames(page);
  const here = [...older.map((fault) => `1024×768 ${fault}`), ...(await textFaults(page))];
  return [...here.map((fault) => `${when}: ${fault}`), ...(await unreadable(page, when))];
}

/** What the back row cannot read, at the size for which it is promised. */
async function unreadable(page: Page, when: string): Promise<readonly string[]> {
  await page.evaluate(endAnimations);
  // But for its looks a page is what it is elsewhere, so one whole look is enough.
  const isFirst = when === 'at rest';
  const rule = ['color-contrast-enhanced'];
  const barriers = isFirst ? await axeFaults(page, undefined, rule) : await axeFaults(page, rule);
  const small = await page.evaluate(smallAndThin, [FONT_MIN, STROKE_MIN] as const);
  return [...barriers, ...small].map((each) => `${when}: ${each}`);
}

function smallAndThin([fontMin, strokeMin]: readonly [number, number]): readonly string[] {
  const faults = new Set<string>();
  const isSeen = (element: Element) => {
    const { width, height } = element.getBoundingClientRect();
    const isShown = element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    return isShown && width * height > 9 && !element.closest('.visuallyHidden, option');
  };
  const nameOf = (element: Element | null): string =>
    element?.getAttribute('class') ??
    `${element?.tagName} in ${nameOf(element?.parentElement ?? null)}`;
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    const words = walker.currentNode.textContent?.trim() ?? '';
    if (!element || words === '' || !isSeen(element)) continue;
    const size = parseFloat(getComputedStyle(element).fontSize) * element.currentCSSZoom;
    // Of no size at all: it is not shown.
    if (size > 0 && size < fontMin - 0.01)
      faults.add(`“${words}” in ${nameOf(element)} is set in ${size} px`);
  }
  for (const element of document.querySelectorAll('body *')) {
    if (!isSeen(element)) continue;
    const style = getComputedStyle(element);
    const isDrawn = element instanceof SVGGeometryElement;
    const scale = isDrawn ? (element.getScreenCTM()?.a ?? 1) : element.currentCSSZoom;
    // The edge of what is filled is no line.
    const isLine = isDrawn && style.stroke !== 'none' && style.fill === 'none';
    const widths = isDrawn
      ? [isLine ? style.strokeWidth : '0']
      : (['Top', 'Right', 'Bottom', 'Left'] as const)
          .filter((side) => !/[,/] ?0\)$/.test(style[`border${side}Color`]))
          .map((side) => style[`border${side}Width`]);
    for (const width of widths.map((each) => parseFloat(each) * scale))
      if (width > 0 && width < strokeMin - 0.05)
        faults.add(`a line of ${nameOf(element)} is ${width.toFixed(2)} px thin`);
  }
  return [...faults];
}
