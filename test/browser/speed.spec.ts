import { expect, type CDPSession, type Page } from '@playwright/test';
import { playFor, playText, print, slowDown, watchCosts } from './costs';
import { countFrames, framesIn } from './frames';
import { button, newCluster, open, stage } from './person';
import { test } from './watched';

const PANELS = ['Events', 'Inspect', 'Wire', 'Records', 'Promises', 'Tools'];
const IS_LONG = Boolean(process.env['HIGHWATER_LONG']);
const LOOK_MS = IS_LONG ? 5_000 : 1_200;
/** With which of them a slower machine is looked at. */
const PANELS_SLOWLY = IS_LONG ? PANELS : ['Events', 'Wire'];
const SLOWER = 4;
/** The opening scene with as many clients as there can be, and so with as much under way. */
const OPENING = { brokers: 3, partitions: 3, factor: 3, producers: 3, consumers: 3 };
/** And with as many partitions. */
const BUSY = { ...OPENING, partitions: 12 };
/** With some hundred messages under way at once. */
const BUSIER = { ...BUSY, brokers: 5, factor: 5 };
/** As many brokers as there can be, each with a replica of everything. */
const LARGE = { ...BUSY, brokers: 9, factor: 9 };
/** So far apart that much is on its way at any time. */
const LATENCY_MS = [120, 180] as const;
const RECORDS_PER_SECOND = 200;
/** More than there are elements for: they are painted. */
const IN_FLIGHT_MIN = 25;
/** A frame may be late, but nothing stops the play. */
const GAP_MAX = 60;

test.beforeEach(async ({ page }) => {
  await countFrames(page);
  await page.setViewportSize({ width: 1600, height: 900 });
});

test('the opening scene plays on with every panel open', async ({ page }) => {
  await open(page);
  const session = await watchCosts(page);
  await page.keyboard.press('d');
  await button(page, 'Steady load').click();
  await lookAtPanels(page, session, PANELS, 'opening scene');
  await slowDown(session, SLOWER);
  await lookAtPanels(page, session, PANELS_SLOWLY, `opening scene, CPU ${SLOWER}× slower`);
  await slowDown(session, 1);
  await standsStill(page);
});

for (const [cluster, sizes, panels] of [
  ['three brokers and every client', OPENING, PANELS_SLOWLY],
  ['three brokers under full load', BUSY, PANELS],
  ['five brokers under full load', BUSIER, PANELS_SLOWLY],
  ['nine brokers under full load', LARGE, PANELS_SLOWLY],
] as const) {
  test(`${cluster} play on with every panel open`, async ({ page }) => {
    test.setTimeout(180_000);
    await open(page);
    const session = await watchCosts(page);
    await newCluster(page, { ...sizes, latencyMs: LATENCY_MS });
    await loadEverything(page);
    await expect.poll(() => inFlight(page), { timeout: 60_000 }).toBeGreaterThan(IN_FLIGHT_MIN);
    await lookAtPanels(page, session, panels, cluster);
    await slowDown(session, SLOWER);
    await lookAtPanels(page, session, PANELS_SLOWLY, `${cluster}, CPU ${SLOWER}× slower`);
    await slowDown(session, 1);
    await standsStill(page);
  });
}

/** Plays with each panel in turn, and says what that costs. */
async function lookAtPanels(
  page: Page,
  session: CDPSession,
  panels: readonly string[],
  scene: string,
): Promise<void> {
  for (const panel of panels) {
    await page.getByRole('tab', { name: panel, exact: true }).click();
    await page.mouse.move(1, 1);
    await page.waitForTimeout(300);
    const play = await playFor(page, session, LOOK_MS);
    print(`${scene}, ${panel}: ${await inFlight(page)} on the wires, ${playText(play)}`);
    expect(play.perSecond).toBeGreaterThan(0);
    expect(play.longestMs, 'the longest gap against the usual').toBeLessThan(
      play.medianMs * GAP_MAX,
    );
  }
}

/** Pauses, and looks at each panel: none asks for a frame. */
async function standsStill(page: Page): Promise<void> {
  await button(page, 'Pause').click();
  for (const panel of PANELS) {
    await page.getByRole('tab', { name: panel, exact: true }).click();
    await page.waitForTimeout(300);
    expect(await framesIn(page, 500), `frames asked for with ${panel} open`).toBe(0);
  }
}

async function loadEverything(page: Page): Promise<void> {
  await button(page, 'Settings').click();
  await page.getByLabel('Load, records per second').selectOption(String(RECORDS_PER_SECOND));
  await page.getByRole('button', { name: 'Close' }).click();
  for (const load of await page.getByRole('button', { name: /^Steady load/ }).all()) {
    await load.click();
  }
}

/** As elements, or painted. */
async function inFlight(page: Page): Promise<number> {
  const painted = await stage(page)
    .locator('[data-flying]')
    .evaluateAll(([canvas]) => Number(canvas?.getAttribute('data-flying') ?? 0));
  return painted + (await stage(page).locator('[class*="messages-flying"]').count());
}
