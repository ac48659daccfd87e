import { expect } from '@playwright/test';
import { brokerButton, button, caption, clock, open } from './person';
import { produce, promises, settled, speed, stage } from './person';
import { test } from './watched';

test('a replication factor above the brokers is refused beside its field', async ({ page }) => {
  await open(page);
  await speed(page, 8);
  await produce(page);
  await settled(page);
  const before = (await clock(page).textContent()) ?? '';
  await button(page, 'Settings').click();
  const factor = page.getByLabel('Replication factor');
  await factor.fill('5');
  await button(page, 'Start a new cluster').click();

  await expect(factor).toHaveAttribute('aria-invalid', 'true');
  await expect(factor).toHaveAccessibleDescription(/INVALID_REPLICATION_FACTOR/);
  await expect(factor).toHaveValue('5');
  await expect(clock(page)).toHaveText(before);
  await expect(promises(page)).toHaveText('12 acknowledged · 12 safe · 0 lost');
  await produce(page);
  await expect(promises(page)).toHaveText('13 acknowledged · 13 safe · 0 lost');
});

test('what is no number is refused and kept as it was typed', async ({ page }) => {
  await open(page);
  await button(page, 'Settings').click();
  for (const [label, typed] of [
    ['Brokers', 'three'],
    ['Partitions', '0'],
    ['Replication factor', '-1'],
  ] as const) {
    const field = page.getByLabel(label, { exact: true });
    const good = await field.inputValue();
    await field.fill(typed);
    await button(page, 'Start a new cluster').click();
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await expect(field).toHaveAccessibleDescription(/INVALID_/);
    await expect(field).toHaveValue(typed);
    await field.fill(good);
  }
  await expect(caption(page)).toContainText('Press Produce');
});

test('a minimum as large as the replication factor is accepted and explained', async ({ page }) => {
  await open(page);
  await speed(page, 8);
  await button(page, 'Settings').click();
  const minimum = page.getByRole('textbox', { name: 'min.insync.replicas' });
  await minimum.fill('4');
  await button(page, 'Apply').click();
  await settled(page);
  await expect(minimum).toHaveValue('4');
  await expect(minimum).toHaveAccessibleDescription(/Kafka accepts this/);
  await expect(minimum).toHaveAccessibleDescription(/acks=all writes stop/);
  await expect(minimum).toHaveAttribute('aria-invalid', 'false');
  await expect(page.locator('.describeTopic')).toContainText('min.insync.replicas=4');
});

test('a page whose storage throws opens and changes its colours', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'localStorage', {
      get: () => {
        throw new DOMException('closed', 'SecurityError');
      },
    });
  });
  await open(page);
  await page.getByTitle('Dark').click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.getByRole('alert')).toBeHidden();
});

test('an exception on the page leaves the run, and the scenario can be copied', async ({
  page,
  context,
  complaints,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page);
  await page.evaluate(() =>
    setTimeout(() => {
      throw new Error('planted outside');
    }),
  );
  const notice = page.getByRole('alert');
  await expect(notice).toContainText('planted outside');
  await expect(stage(page)).toContainText('orders-0');
  await button(page, 'Copy the scenario').click();
  await expect(button(page, 'Copied')).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(JSON.parse(copied)).toMatchObject({ version: 1, settings: { brokers: 3 } });
  await button(page, 'Continue').click();
  await expect(notice).toBeHidden();
  expect(complaints.splice(0)).toEqual(['planted outside']);
});

test('a drawing that fails shows a notice in its place and can be drawn again', async ({
  page,
  complaints,
}) => {
  await open(page);
  await page.evaluate(() => {
    const sort = Array.prototype.toSorted;
    const planted = function toSorted(this: unknown[], ...args: Parameters<typeof sort>) {
      // Only the wires of the stage sort these. How often React tries again is its own affair.
      if (this.some((each) => Object.hasOwn(Object(each), 'sprite'))) {
        throw new Error('planted inside');
      }
      return sort.apply(this, args);
    };
    Reflect.set(Array.prototype, 'toSorted', planted);
    Reflect.set(globalThis, 'mendDrawing', () => Reflect.set(Array.prototype, 'toSorted', sort));
  });
  await produce(page);
  const notice = page.getByRole('alert');
  await expect(notice).toContainText('planted inside');
  await expect(button(page, 'Copy the scenario')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.evaluate('mendDrawing()');
  await button(page, 'Continue').click();
  await expect(notice).toBeHidden();
  await expect(brokerButton(page, 1)).toBeVisible();
  expect(complaints.splice(0).join('\n')).toMatch(/^(|[^]*planted inside[^]*)$/);
});
