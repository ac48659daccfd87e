import { expect, type Locator, type Page } from '@playwright/test';
import { brokerButton, button, caption, open, produce, settled } from './person';
import { scrubberPoint, twoFrames } from './picture';
import { test } from './watched';

test('a message is picked on the stage, read, and dropped', async ({ page }) => {
  await open(page);
  await produce(page);
  await settled(page);
  const message = page.getByRole('button', { name: /^Produce .*, from producer 1 to broker 1$/ });
  await seekTo(page, message);
  const { x, y } = await middleOf(message);
  await page.mouse.click(x, y);
  const picked = page.getByRole('region', { name: 'ProduceRequest' });
  await expect(picked.getByRole('row', { name: 'client_id producer-1' })).toBeVisible();
  await expect(message).toHaveAttribute('aria-pressed', 'true');

  await button(page, 'Drop').click();
  await expect(picked).toContainText(/lost at .*: it was dropped/);
  await expect(caption(page)).toContainText('ProduceRequest from producer 1 to broker 1 is lost');
});

test('the message that a key has dropped keeps the focus', async ({ page }) => {
  await open(page);
  await produce(page);
  await settled(page);
  const message = page.getByRole('button', { name: /^Produce .*, from producer 1 to broker 1$/ });
  await seekTo(page, message);
  const { x, y } = await middleOf(message);
  await page.mouse.click(x, y);
  const picked = page.getByRole('region', { name: 'ProduceRequest' });
  await button(page, 'Drop').focus();
  await page.keyboard.press('Enter');
  await expect(picked).toContainText(/lost at .*: it was dropped/);
  await expect(picked).toBeFocused();
});

test('a link is cut by a stroke across it, and healed by a click on the cut', async ({ page }) => {
  await open(page);
  const [one, two] = await Promise.all([1, 2].map((id) => boxOf(page, id)));
  if (!one || !two) throw new Error('two brokers stand side by side');
  const x = (one.x + one.width + two.x) / 2;
  const heal = button(page, 'Heal the link between broker 1 and broker 2');
  const draw = async (goOn: () => Promise<void>) => {
    await page.mouse.move(x, one.y + 200);
    await page.mouse.down();
    await page.mouse.move(x, one.y + 120, { steps: 4 });
    await expect(page.getByText('Cuts broker 1 – broker 2. Esc or back: not.')).toBeVisible();
    await goOn();
    await page.mouse.up();
  };
  // The engine comes at the first sign of a person, and with it what follows a stroke.
  await brokerButton(page, 1).hover();
  await produce(page);
  await settled(page);
  await draw(() => page.keyboard.press('Escape'));
  await expect(heal).toHaveCount(0);
  await draw(() => page.mouse.move(x, one.y + 196));
  await expect(heal).toHaveCount(0);
  await draw(() => Promise.resolve());
  await expect(caption(page)).toContainText('The link between broker 1 and broker 2 is cut.');
  await heal.click();
  await expect(caption(page)).toContainText('The link between broker 1 and broker 2 works again.');
  await expect(heal).toHaveCount(0);
});

/** Goes along the scrubber to a moment at which something is shown. */
async function seekTo(page: Page, shown: Locator): Promise<void> {
  for (let share = 0.005; share < 1; share += 0.01) {
    const { x, y } = await scrubberPoint(page, share);
    await page.mouse.click(x, y);
    await twoFrames(page);
    if ((await shown.count()) > 0) return;
  }
  throw new Error('It is shown at no moment.');
}

async function boxOf(page: Page, broker: number) {
  return page.getByRole('region', { name: new RegExp(`^Broker ${broker},`) }).boundingBox();
}

async function middleOf(shown: Locator): Promise<{ x: number; y: number }> {
  const box = await shown.boundingBox();
  if (!box) throw new Error('It is not shown.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
