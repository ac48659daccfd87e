import { expect, type Locator, type Page } from '@playwright/test';

/** Opens the page. Menus and the engine come at the first sign of a person. */
export async function open(page: Page): Promise<void> {
  await page.goto('./', { waitUntil: 'networkidle' });
  await expect(brokerButton(page, 1)).toBeVisible();
}

export function stage(page: Page): Locator {
  return page.locator('.stageBox');
}

export function caption(page: Page): Locator {
  return page.locator('.captionText');
}

export function clock(page: Page): Locator {
  return page.getByRole('timer', { name: 'Cluster time' });
}

export function promises(page: Page): Locator {
  return page.getByLabel('Promises');
}

export function slider(page: Page): Locator {
  return page.getByRole('slider', { name: 'Moment of the run' });
}

export function brokerButton(page: Page, broker: number): Locator {
  return page.getByRole('button', { name: new RegExp(`^Broker ${broker}, .*: menu$`) });
}

export function button(page: Page, name: string): Locator {
  return page.getByRole('button', { name, exact: true });
}

/** Leader, Replicas, Isr, Elr and LastKnownElr of a partition, as kafka-topics.sh prints them. */
export function described(page: Page, partition: number): Locator {
  const table = page.getByRole('region', { name: 'kafka-topics.sh --describe' });
  return table.locator('tbody tr').nth(partition).locator('td');
}

/** Waits until an action has played to its end and the page stands still. */
export async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('main')).toHaveAttribute('aria-busy', 'false');
  await expect(button(page, 'Play')).toBeVisible({ timeout: 20_000 });
}

export async function speed(page: Page, factor: number): Promise<void> {
  await page.getByLabel('Speed').selectOption(String(factor));
}

export async function produce(page: Page): Promise<void> {
  await button(page, 'Produce').click();
}

/** Chooses an entry of a broker's menu with the mouse, page by page where it has pages. */
export async function choose(page: Page, broker: number, ...entries: readonly (string | RegExp)[]) {
  await brokerButton(page, broker).click();
  for (const entry of entries) {
    const name = typeof entry === 'string' ? new RegExp(`^${entry}`) : entry;
    await page.getByRole('menuitem', { name }).click();
  }
}

/** Opens at full speed a run with a record, a crash, another record and the broker back. */
export async function playOut(page: Page): Promise<void> {
  await open(page);
  await speed(page, 8);
  await produce(page);
  await settled(page);
  await choose(page, 1, 'Crash');
  await settled(page);
  await produce(page);
  await settled(page);
  await choose(page, 1, 'Start again');
  await settled(page);
}

interface Sizes {
  readonly brokers: number;
  readonly partitions: number;
  readonly factor: number;
  readonly producers?: number;
  readonly consumers?: number;
  /** Of a message within a rack: at least, and at most. */
  readonly latencyMs?: readonly [number, number];
}

/** Starts a new cluster from the settings sheet, which closes. */
export async function newCluster(page: Page, sizes: Sizes): Promise<void> {
  await button(page, 'Settings').click();
  await page.getByLabel('Brokers', { exact: true }).fill(String(sizes.brokers));
  await page.getByLabel('Partitions', { exact: true }).fill(String(sizes.partitions));
  await page.getByLabel('Replication factor').fill(String(sizes.factor));
  for (const [kind, count] of [
    ['Producers', sizes.producers],
    ['Consumers', sizes.consumers],
  ] as const) {
    if (count === undefined) continue;
    await moreSettings(page, kind);
    await page.getByRole('textbox', { name: kind, exact: true }).fill(String(count));
  }
  if (sizes.latencyMs) {
    await moreSettings(page, 'Latency');
    const [min, max] = sizes.latencyMs;
    await page.getByLabel('Within a rack, at least').fill(String(min));
    await page.getByLabel('Within a rack, at most').fill(String(max));
  }
  await button(page, 'Start a new cluster').click();
  await expect(page.getByRole('dialog')).toBeHidden();
}

/** Opens or closes fields that few need. */
async function moreSettings(page: Page, title: string): Promise<void> {
  await page
    .locator('summary')
    .filter({ hasText: new RegExp(`^${title}$`) })
    .click();
}
