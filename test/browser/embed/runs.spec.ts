import { expect } from '@playwright/test';
import { makeLink } from '../../../src/share/link/makeLink';
import { runningStore } from '../../runningStore';
import { frameOf, test } from './hosted';

const SCRIPT = '<script src="kafka-replication.js"></script>';
const WHOLE_PAGE = 'Open in the full page';

test('an element shows the run that it is given, and says of a bad one that it is bad', async ({
  page,
  host,
}) => {
  const one = (run: string) =>
    `<kafka-replication run="${run}"><a href="./">Highwater</a></kafka-replication>`;
  const run = await crashOfBroker1();
  await page.goto(await host(one(run) + one('1.damaged') + SCRIPT));
  const [good, bad] = [0, 1].map((at) => page.locator('kafka-replication').nth(at));
  if (!good || !bad) throw new Error('two elements');
  await expect(good.locator('.captionText')).toContainText('Broker 1 crashed.');
  await expect(good.getByRole('link', { name: WHOLE_PAGE })).toHaveAttribute(
    'href',
    new RegExp(`#r=${run.replace('.', '\\.')}$`),
  );
  await expect(bad.getByRole('alert')).toContainText('The link could not be opened');
  await expect(bad.locator('.captionText')).toContainText('Press Produce');
});

test('a frame shows the run that its host sends, and the whole page has it too', async ({
  page,
  host,
  baseURL,
}) => {
  await page.goto(await host(frameOf(baseURL, 'embed.html')));
  const frame = page.frameLocator('iframe');
  await expect(frame.locator('.captionText')).toContainText('Press Produce');
  const run = await crashOfBroker1();
  await page.evaluate((text) => {
    window.frames[0]?.postMessage({ target: 'highwater', type: 'load', run: text }, '*');
  }, run);
  await expect(frame.locator('.captionText')).toContainText('Broker 1 crashed.');
  const link = frame.getByRole('link', { name: WHOLE_PAGE });
  await expect(async () => {
    await link.dispatchEvent('pointerdown');
    expect(await link.getAttribute('href')).toContain(`#r=${run.slice(0, 4)}`);
  }).toPass();
});

test('the whole page has the step of a scene that a frame has come to', async ({ page }) => {
  await page.goto('./embed.html?scene=newLeader');
  await page.getByRole('button', { name: 'Next event' }).click();
  await expect(page).toHaveURL(/\?scene=newLeader&step=1$/);
  const link = page.getByRole('link', { name: WHOLE_PAGE });
  await link.dispatchEvent('pointerdown');
  await expect(link).toHaveAttribute('href', /\/\?scene=newLeader&step=1$/);
});

test('an element shows a lesson as far as its run has come', async ({ page, host, baseURL }) => {
  await page.goto(`${baseURL}?lesson=failover&step=2`);
  await page.getByRole('radio', { name: 'Broker 3' }).check();
  await expect(page).toHaveURL(/&step=2#r=1\./);
  const run = new URL(page.url()).hash.replace('#r=', '');
  const element = `<kafka-replication lesson="failover" step="2" run="${run}"></kafka-replication>`;
  await page.goto(await host(element + SCRIPT));
  const figure = page.locator('kafka-replication');
  await expect(figure.getByRole('radio', { name: 'Broker 3' })).toBeChecked();
  await expect(figure.getByRole('alert')).toHaveCount(0);
});

/** The moment after a crash, as a link has it. */
async function crashOfBroker1(): Promise<string> {
  const store = runningStore();
  store.getState().act({ type: 'crashBroker', broker: 1 });
  store.getState().stepForward();
  const made = await makeLink(store.getState());
  if (!('text' in made)) throw new Error(made.because);
  return made.text;
}
