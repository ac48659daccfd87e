import { expect, type Page } from '@playwright/test';
import { button, choose, newCluster, open, produce, settled, speed, stage } from './person';
import { scrubberPoint, twoFrames } from './picture';
import { textFaults } from './textFaults';
import { test } from './watched';

const SCREENS = ['1600×900', '1280×720', '1024×768', '640×400', '360×640'] as const;
const STAGE_TOP_MAX = 120;
const STAGE_SHARE_MIN = 0.55;
const MOMENTS = [0.03, 0.06, 0.09, 0.13, 0.18, 0.25, 0.35, 0.5, 0.65, 0.8];

test('every word can be read on every screen whatever happens to the cluster', async ({ page }) => {
  const faults = new Map<string, string>();
  const look = (when: string) => collectFaults(page, when, faults);
  await open(page);
  await inBothColours(page, (colours) => look(`at rest, ${colours}`));
  await speed(page, 8);
  await produce(page);
  await settled(page);
  await choose(page, 1, 'Crash');
  await settled(page);
  await inBothColours(page, (colours) => look(`crashed, ${colours}`));
  await produce(page);
  await settled(page);
  await choose(page, 1, 'Start again');
  await settled(page);
  await look('recovered');
  for (const share of MOMENTS) {
    const { x, y } = await scrubberPoint(page, share);
    await page.mouse.click(x, y);
    await page.mouse.move(1, 1);
    await look(`at ${share} of the run`);
  }
  expect(listed(faults)).toEqual([]);
});

for (const [brokers, partitions, factor] of [
  [9, 12, 3],
  [1, 1, 1],
] as const) {
  const cluster = `brokers: ${brokers}, partitions: ${partitions}`;
  test(`every word can be read on every screen with ${cluster}`, async ({ page }) => {
    const faults = new Map<string, string>();
    await open(page);
    await speed(page, 8);
    await newCluster(page, { brokers, partitions, factor });
    await collectFaults(page, 'at rest', faults);
    await produce(page);
    await settled(page);
    await button(page, 'Event before').click();
    await collectFaults(page, 'in flight', faults);
    await choose(page, 1, 'Crash');
    await settled(page);
    await collectFaults(page, 'crashed', faults);
    expect(listed(faults)).toEqual([]);
  });
}

for (const screen of SCREENS) {
  test(`the stage comes first at ${screen}`, async ({ page }) => {
    const { width, height } = await setScreen(page, screen);
    await open(page);
    const box = await stage(page).boundingBox();
    expect(box?.y).toBeLessThanOrEqual(STAGE_TOP_MAX);
    const share = ((box?.width ?? 0) * (box?.height ?? 0)) / (width * height);
    if (screen === '1280×720') expect(share).toBeGreaterThanOrEqual(STAGE_SHARE_MIN);
    for (const name of ['Play', 'Produce', 'Settings'])
      await expect(button(page, name)).toBeInViewport({ ratio: 1 });
  });
}

test('the checker of words finds what is planted', async ({ page }) => {
  await open(page);
  expect(await textFaults(page)).toEqual([]);
  await page.addStyleTag({
    content: `
      .wordmark { font-size: 11px !important }
      .subtitle { position: relative; left: -60px }
      .captionText { width: 90px; overflow: hidden; white-space: nowrap }
      .describeTitle { position: relative; left: 400px }
      .panelTitle { position: relative; left: 60px }`,
  });
  const faults = (await textFaults(page)).join('\n');
  expect(faults).toMatch(/"Highwater" .* is set in 11px/);
  expect(faults).toMatch(/"Highwater" .* and "Kafka replication.* overlap/);
  expect(faults).toMatch(/"Press Produce.* is cut off by \d+ px/);
  expect(faults).toMatch(/"kafka-topics.sh --describe" .* leaves the page at its side/);
  expect(faults).toMatch(/"What just happened" .* and the control Details .* overlap/);
});

async function setScreen(page: Page, screen: string) {
  const [width = 0, height = 0] = screen.split('×').map(Number);
  await page.setViewportSize({ width, height });
  return { width, height };
}

/** Looks on every screen, notes where and when a fault was seen first, and takes its picture. */
async function collectFaults(page: Page, when: string, faults: Map<string, string>) {
  for (const screen of SCREENS) {
    await setScreen(page, screen);
    await twoFrames(page);
    const found = await textFaults(page);
    const isNew = found.some((fault) => !faults.has(fault));
    for (const fault of found) if (!faults.has(fault)) faults.set(fault, `${screen} ${when}`);
    if (isNew) await attach(page, `${screen} ${when}`);
  }
  await setScreen(page, '1280×720');
}

async function attach(page: Page, name: string): Promise<void> {
  await test.info().attach(name, { body: await page.screenshot(), contentType: 'image/png' });
}

async function inBothColours(page: Page, look: (colours: string) => Promise<void>) {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await look(colorScheme);
  }
}

function listed(faults: ReadonlyMap<string, string>): readonly string[] {
  return [...faults].map(([fault, when]) => `${when}: ${fault}`);
}
