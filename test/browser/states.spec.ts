import type { Page } from '@playwright/test';
import {
  brokerButton,
  button,
  caption,
  choose,
  newCluster,
  open,
  produce,
  settled,
  speed,
} from './person';
import { collectFaults, type Faults, inBothColours, listed } from './screens';
import { expect } from '@playwright/test';
import { test } from './watched';

test('every word can be read while brokers stop, lose power and are gone', async ({ page }) => {
  const faults: Faults = new Map();
  await begin(page);
  await choose(page, 1, 'Shut down');
  await settled(page);
  await expect(brokerButton(page, 1)).toHaveAccessibleName(/stopped/);
  await collectFaults(page, 'stopped', faults);
  await choose(page, 2, 'Cut power');
  await settled(page);
  await expect(brokerButton(page, 2)).toHaveAccessibleName(/no power/);
  await inBothColours(page, (colours) => collectFaults(page, `no power, ${colours}`, faults));
  await choose(page, 3, 'Lose the instance');
  await settled(page);
  await expect(brokerButton(page, 3)).toHaveAccessibleName(/instance gone/);
  await collectFaults(page, 'gone', faults);
  expect(listed(faults)).toEqual([]);
});

test('every word can be read while a broker stands still, or has a slow disk', async ({ page }) => {
  const faults: Faults = new Map();
  await begin(page);
  await choose(page, 2, 'Disks', 'Slow: 1 s for each record');
  await settled(page);
  await collectFaults(page, 'with a slow disk', faults);
  await choose(page, 1, 'Pause', 'For 15 seconds');
  await settled(page);
  await stepBack(page, async () => {
    const name = await brokerButton(page, 1).getAttribute('aria-label');
    return /paused/.test(name ?? '');
  });
  await collectFaults(page, 'paused', faults);
  expect(listed(faults)).toEqual([]);
});

test('every word can be read once a log directory has failed', async ({ page }) => {
  const faults: Faults = new Map();
  await begin(page);
  await choose(page, 1, 'Disks', 'Log directory d1 fails');
  await settled(page);
  await inBothColours(page, (colours) => collectFaults(page, `failed, ${colours}`, faults));
  expect(listed(faults)).toEqual([]);
});

test('every word can be read with links cut, one way and both ways', async ({ page }) => {
  const faults: Faults = new Map();
  await begin(page);
  await choose(page, 1, 'Network', 'Cut off from the controller');
  await settled(page);
  await produce(page);
  await settled(page);
  await collectFaults(page, 'with a zombie', faults);
  for (const other of [/^Cut off from broker 2/i, /^Cut off from (the )?producer/i]) {
    await choose(page, 1, 'Network', other);
    await settled(page);
  }
  await choose(page, 2, 'Network', 'Cut one way only', 'From broker 2 to broker 3');
  await settled(page);
  await inBothColours(page, (colours) => collectFaults(page, `cut, ${colours}`, faults));
  expect(listed(faults)).toEqual([]);
});

test('every word can be read with three producers and three consumers', async ({ page }) => {
  const faults: Faults = new Map();
  await begin(page);
  await newCluster(page, { brokers: 3, partitions: 3, factor: 3, producers: 3, consumers: 3 });
  await collectFaults(page, 'at rest', faults);
  await button(page, 'Produce of Producer 2').click();
  await settled(page);
  await button(page, 'Event before').click();
  await collectFaults(page, 'in flight', faults);
  await choose(page, 1, 'Crash');
  await settled(page);
  await collectFaults(page, 'crashed', faults);
  expect(listed(faults)).toEqual([]);
});

test('every word can be read with two topics and a reassignment', async ({ page }) => {
  const faults: Faults = new Map();
  await begin(page);
  await button(page, 'Cluster').click();
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('Name').fill('clicks');
  await sheet.getByRole('button', { name: 'Create the topic' }).click();
  await sheet.getByRole('button', { name: 'Add the broker' }).click();
  await page.keyboard.press('Escape');
  await settled(page);
  await collectFaults(page, 'with two topics and a new broker', faults);
  await page.getByRole('button', { name: /^orders-0 on broker .: menu$/ }).click();
  await page.getByRole('menuitem', { name: /^Reassign…/ }).click();
  await page.getByRole('checkbox', { name: /^Broker 3/ }).click();
  await page.getByRole('checkbox', { name: /^Broker 4/ }).click();
  await button(page, 'Reassign').click();
  await settled(page);
  await collectFaults(page, 'reassigned', faults);
  const copied = page.getByText('orders-0: broker 4 copied offsets 0 to 3.');
  await stepBack(page, () => caption(page).filter({ has: copied }).isVisible());
  await collectFaults(page, 'while a replica is added', faults);
  expect(listed(faults)).toEqual([]);
});

/** Back from event to event: such a moment is the same however fast the machine is. */
async function stepBack(page: Page, isThere: () => Promise<boolean>): Promise<void> {
  await expect
    .poll(async () => {
      if (await isThere()) return true;
      await button(page, 'Event before').click();
      return isThere();
    })
    .toBe(true);
}

async function begin(page: Page): Promise<void> {
  await open(page);
  await speed(page, 8);
}
