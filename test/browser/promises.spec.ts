import { expect, type Page } from '@playwright/test';
import { caption, choose, open, produce, promises, settled, speed } from './person';
import { test } from './watched';

test('a record lost with acks=1 pauses the run, and its causes lead to deed and setting', async ({
  page,
}) => {
  await open(page);
  await speed(page, 8);
  await useAcks(page, '1');
  for (const other of [2, 3]) {
    await choose(page, 1, 'Network', `Cut off from broker ${other}`);
    await settled(page);
  }
  await produce(page);
  await settled(page);
  await choose(page, 1, 'Crash');
  await settled(page);
  await expect(caption(page)).toContainText('orders-0: record “m” acknowledged, and lost.');
  await expect(promises(page)).toContainText('1 lost');

  await page.getByRole('button', { name: '1 promise broken: why?' }).click();
  await expect(page.getByRole('tab', { name: /^Promises/ })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  const why = page.getByRole('list', { name: 'Why' }).getByRole('button');
  await expect(why).toHaveText([
    /orders-0: record “m” acknowledged, and lost\./,
    /orders-0: the controller made broker 2 leader, epoch 1\. Its log has no record “m”\./,
    /The controller fenced broker 1\./,
    /Broker 1 crashed\. Somebody did this\./,
    /orders-0: producer 1 is told: offset 4 written\. Only broker 1 had it then\./,
    /acks=1 permits it: .* A setting\./,
  ]);
  await why.nth(3).click();
  await expect(caption(page)).toContainText('Broker 1 crashed.');
  await expect(why).toHaveCount(6);
  await page
    .getByRole('button', { name: /^✗ broken at event \d+$/ })
    .first()
    .click();
  await expect(caption(page)).toContainText('lost');
});

async function useAcks(page: Page, acks: string): Promise<void> {
  await page.getByRole('button', { name: 'Settings', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('acks', { exact: true }).first().selectOption(acks);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await settled(page);
}
