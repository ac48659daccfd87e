import { expect } from '@playwright/test';
import { button, choose, newCluster, open, produce, settled, speed, stage } from './person';
import { scrubberPoint } from './picture';
import { collectFaults, type Faults, inBothColours, listed, SCREENS, setScreen } from './screens';
import { textFaults } from './textFaults';
import { test } from './watched';

const STAGE_TOP_MAX = 120;
const STAGE_SHARE_MIN = 0.55;
const MOMENTS = [0.03, 0.06, 0.09, 0.13, 0.18, 0.25, 0.35, 0.5, 0.65, 0.8];

test('every word can be read on every screen whatever happens to the cluster', async ({ page }) => {
  const faults: Faults = new Map();
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
    const faults: Faults = new Map();
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
  // The controls of the event list come with the engine.
  await stage(page).hover();
  await expect(button(page, 'Filter')).toBeVisible();
  expect(await textFaults(page)).toEqual([]);
  await page.addStyleTag({
    content: `
      .wordmark { font-size: 11px !important }
      .subtitle { display: block !important; position: relative; left: -60px }
      .captionText { width: 90px; overflow: hidden; white-space: nowrap }
      .describeTitle { position: relative; left: 400px }
      .feedHead { display: grid !important }
      .feedHead > * { grid-area: 1 / 1 }`,
  });
  const faults = (await textFaults(page)).join('\n');
  expect(faults).toMatch(/"Highwater" .* is set in 11px/);
  expect(faults).toMatch(/"Highwater" .* and "Kafka replication.* overlap/);
  expect(faults).toMatch(/"Press Produce.* is cut off by \d+ px/);
  expect(faults).toMatch(/"kafka-topics.sh --describe" .* leaves the page at its side/);
  expect(faults).toMatch(/"What happened" .* and the control Filter .* overlap/);
});

for (const screen of SCREENS) {
  test(`a panel that is asked for is in sight at ${screen}`, async ({ page }) => {
    await open(page);
    await setScreen(page, screen);
    await page.getByRole('tab', { name: 'Inspect' }).click();
    const words = page.getByRole('tabpanel', { name: 'Inspect' }).getByText('What a node believes');
    await expect(words).toBeInViewport({ ratio: 1 });
    const play = page.getByRole('region', { name: 'Playback' });
    const [panel, transport] = [await words.boundingBox(), await play.boundingBox()];
    const foot = (panel?.y ?? 0) + (panel?.height ?? 0);
    expect(foot).toBeLessThanOrEqual(transport?.y ?? 0);
  });
}
