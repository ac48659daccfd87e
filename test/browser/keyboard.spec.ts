import { expect, type Page } from '@playwright/test';
import { brokerButton, button, caption, choose, clock, open, promises } from './person';
import { produce, settled, slider, speed } from './person';
import { test } from './watched';

const STOPS_MAX = 80;

test('everything can be reached by Tab, and one sees where one is', async ({ page }) => {
  await open(page);
  await page.getByRole('heading', { level: 1 }).click();
  const reached: string[] = [];
  const unseen: string[] = [];
  for (let stop = 0; stop < STOPS_MAX; stop += 1) {
    await page.keyboard.press('Tab');
    const name = await focusedName(page);
    if (name === null || reached.includes(name)) break;
    reached.push(name);
    if (!(await focusShows(page))) unseen.push(name);
  }
  expect(unseen, 'stops at which the focus cannot be seen').toEqual([]);
  const wanted = ['Settings', 'Keys', 'Kafka cluster', 'Steady load', 'Produce', 'Filter'];
  expect(reached).toEqual(expect.arrayContaining([...wanted, 'Play', 'Speed', 'Next event']));
  for (const part of [/^Broker 1/, /^Broker 3/, /^orders-0 leader/, /^Moment of the run/])
    expect(reached.join('\n')).toMatch(new RegExp(part.source, 'm'));
});

test('a whole story can be told from the keyboard alone', async ({ page }) => {
  await open(page);
  await tabTo(page, /^Speed$/);
  await page.keyboard.press('End');
  await tabTo(page, /^Produce$/, 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(promises(page)).toContainText('12 acknowledged');
  await settled(page);

  await tabTo(page, /^Broker 1, online: menu$/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Crash' })).toBeFocused();
  await page.keyboard.press('Enter');
  await settled(page);
  await expect(brokerButton(page, 1)).toHaveAccessibleName(/crashed/);
  await expect(brokerButton(page, 1)).toBeFocused();

  await tabTo(page, /^Event before$/);
  const end = await clock(page).textContent();
  await page.keyboard.press('Enter');
  await expect(clock(page)).not.toHaveText(end ?? '');
  await tabTo(page, /^Moment of the run$/);
  await page.keyboard.press('Home');
  await expect(slider(page)).toHaveAttribute('aria-valuenow', '0');
});

test('keys leaf from one event of a kind to the next, and say when it was the last', async ({
  page,
}) => {
  await open(page);
  await speed(page, 8);
  await choose(page, 1, 'Crash');
  await settled(page);
  await page.getByRole('combobox', { name: 'Kind of event' }).selectOption('election');
  await page.getByRole('main').focus();
  await page.keyboard.press(',');
  await expect(caption(page)).toContainText('leader, epoch 1');
  const election = (await clock(page).textContent()) ?? '';
  await page.keyboard.press('.');
  const missed = page.locator('.missed', { hasText: 'No election later in what has been played.' });
  await expect(missed).toBeVisible();
  await expect(clock(page)).toHaveText(election);

  await slider(page).focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await expect(slider(page)).toHaveAttribute(
    'aria-valuetext',
    /^\d+\.\d s of cluster time, broker 1 crashed$/,
  );
  await expect(page.locator('.tip')).toContainText('Broker 1 crashed.');
  await page.keyboard.press('.');
  await expect(clock(page)).toHaveText(election);
});

test('settings and the list of keys open, close and give the focus back', async ({ page }) => {
  await open(page);
  await tabTo(page, /^Settings$/, 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible();
  await tabTo(page, /min\.insync\.replicas/);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(button(page, 'Settings')).toBeFocused();

  await page.getByRole('main').focus();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByRole('main')).toBeFocused();
});

test('keys do nothing with a modifier, in a field, or outside the figure', async ({ page }) => {
  await open(page);
  await speed(page, 8);
  await produce(page);
  await settled(page);
  const before = (await clock(page).textContent()) ?? '';
  const said = (await caption(page).textContent()) ?? '';
  await page.getByRole('main').focus();
  for (const modifier of ['Control', 'Alt', 'Meta', 'Shift'])
    for (const key of ['ArrowLeft', 'p', 'Space', 'PageUp', 'Home'])
      await page.keyboard.press(`${modifier}+${key}`);
  await expect(clock(page)).toHaveText(before);

  await page.getByLabel('Speed').focus();
  for (const key of ['p', 'Home']) await page.keyboard.press(key);
  await expect(clock(page)).toHaveText(before);

  await button(page, 'Settings').click();
  const field = page.getByLabel('Brokers', { exact: true });
  await field.fill('');
  for (const key of ['p', 'Space', '?', 'Home', 'ArrowLeft']) await page.keyboard.press(key);
  await expect(field).toHaveValue('p ?');
  await expect(clock(page)).toHaveText(before);
  await expect(caption(page)).toHaveText(said);
  await expect(button(page, 'Play')).toBeVisible();
});

test('when what has the focus vanishes, the keys go on', async ({ page }) => {
  await page.goto('./?speed=fast', { waitUntil: 'networkidle' });
  // A note that is put away.
  await page.getByRole('alert').getByRole('button').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await speed(page, 8);
  await choose(page, 1, 'Crash');
  await settled(page);
  // An event that has not happened yet, in its list.
  await page.locator('.feedOpen').last().focus();
  await page.keyboard.press('Home');
  await expect(button(page, 'Model')).toBeFocused();
  // A stage that makes way for the diagram.
  await brokerButton(page, 2).focus();
  await page.keyboard.press('d');
  await expect(page.getByRole('application')).toBeVisible();
  await expect(page.getByRole('main')).toBeFocused();
  await page.keyboard.press('d');
  await expect(brokerButton(page, 2)).toBeVisible();
  // A broker that was not there yet.
  await button(page, 'Cluster').click();
  await page.getByRole('button', { name: 'Add the broker' }).click();
  await page.keyboard.press('Escape');
  await brokerButton(page, 4).focus();
  await page.keyboard.press('Home');
  await expect(brokerButton(page, 4)).toBeHidden();
  await expect(page.getByRole('main')).toBeFocused();
});

async function tabTo(page: Page, name: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let stop = 0; stop < STOPS_MAX; stop += 1) {
    if (name.test((await focusedName(page)) ?? '')) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} does not reach ${name}`);
}

/** The name of what has the focus; null when it is the page itself. */
function focusedName(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const [label] = element instanceof HTMLInputElement ? (element.labels ?? []) : [];
    const titled = document.getElementById(element.getAttribute('aria-labelledby') ?? '');
    const named = element.getAttribute('aria-label') ?? titled?.textContent ?? label?.textContent;
    return named ?? element.textContent;
  });
}

/** Whether the page looks otherwise when what has the focus loses it. */
async function focusShows(page: Page): Promise<boolean> {
  const focused = await page.screenshot();
  const given = await page.evaluateHandle(() => document.activeElement);
  await given.evaluate((element) => element instanceof HTMLElement && element.blur());
  const blurred = await page.screenshot();
  await given.evaluate(
    (element) => element instanceof HTMLElement && element.focus({ preventScroll: true }),
  );
  return !focused.equals(blurred);
}
