import { expect, type Page } from '@playwright/test';
import { expectAtStart, frameOf, test } from './hosted';

const HEARD = `<script>
  window.heard = [];
  addEventListener('message', ({ data }) => heard.push(data));
</script>`;

test('a frame tells its host that it is ready, its height and each step', async ({
  page,
  host,
  baseURL,
}) => {
  await page.goto(await host(HEARD + frameOf(baseURL, 'embed.html?scene=copies')));
  const heard = () => page.evaluate(() => Reflect.get(window, 'heard'));
  await expect.poll(heard).toContainEqual({ source: 'highwater', type: 'ready' });
  const height = expect.any(Number);
  await expect.poll(heard).toContainEqual({ source: 'highwater', type: 'height', height });
  const texts = (await heard()).filter((each: unknown) => typeof each === 'string');
  expect(JSON.parse(texts[0])).toEqual({
    src: expect.stringContaining('embed.html'),
    context: 'iframe.resize',
    height,
  });
  await page.frameLocator('iframe').getByRole('button', { name: 'Next event' }).click();
  const what = expect.stringMatching(/\w+/);
  await expect.poll(heard).toContainEqual({ source: 'highwater', type: 'step', index: 1, what });
});

test('a frame tells its host each goal of a lesson', async ({ page, host, baseURL }) => {
  // Behind its four steps are the goals.
  const lesson = frameOf(baseURL, 'embed.html?lesson=why&step=5&speed=8');
  await page.goto(await host(HEARD + lesson));
  const frame = page.frameLocator('iframe');
  await frame.getByRole('button', { name: /^Broker 1, .*: menu$/ }).click();
  await frame.getByRole('menuitem', { name: 'Crash' }).click();
  await expect(frame.locator('.captionText')).toContainText('has no leader');
  await frame.getByRole('button', { name: /^Broker 1, .*: menu$/ }).click();
  await frame.getByRole('menuitem', { name: 'Start' }).click();
  const goal = { source: 'highwater', type: 'goal', lesson: 'why', goal: 'crashed' };
  await expect
    .poll(() => page.evaluate(() => Reflect.get(window, 'heard')), { timeout: 20_000 })
    .toContainEqual({ ...goal, reached: 1, of: 2 });
});

test('a frame does what its host asks, in the right shape', async ({ page, host, baseURL }) => {
  await page.goto(await host(HEARD + frameOf(baseURL, 'embed.html?scene=copies')));
  const frame = page.frameLocator('iframe');
  const said = frame.locator('.captionText');
  await expect(said).toContainText('Figure 2.');
  await ask(page, { type: 'step', by: 1 });
  await expect(said).not.toContainText('Figure 2.');
  await ask(page, { type: 'step', by: -1 });
  await expect(said).toContainText('Figure 2.');
  await ask(page, { type: 'seek', seconds: 2 });
  await expect(said).not.toContainText('Figure 2.');
  await ask(page, { type: 'theme', theme: 'dark' });
  await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark');
  await ask(page, { type: 'load', scene: 'newLeader' });
  await expect(said).toContainText('Figure 4.');
  await ask(page, { type: 'load', lesson: 'nonsense' });
  await expect(frame.getByRole('alert')).toContainText('There is no lesson “nonsense”.');
});

test('a frame listens to nobody else, and to nothing of another shape', async ({
  page,
  host,
  baseURL,
}) => {
  const stranger = '<iframe id="stranger" srcdoc="stranger"></iframe>';
  await page.goto(
    await host(frameOf(baseURL, 'embed.html?scene=copies', 'id="figure"') + stranger),
  );
  const frame = page.frameLocator('#figure');
  await expect(frame.locator('.captionText')).toContainText('Figure 2.');
  await page
    .frameLocator('#stranger')
    .locator('body')
    .evaluate(() => {
      window.parent.frames[0]?.postMessage({ target: 'highwater', type: 'step', by: 1 }, '*');
    });
  for (const message of [
    { type: 'step', by: 7 },
    { type: 'step', by: 1, more: 1 },
    { type: 'load', scene: '<img src=x>' },
    { type: 'theme', theme: 'pink' },
  ]) {
    await ask(page, message);
  }
  // Messages come in their order: what was ignored would have been done before this.
  await ask(page, { type: 'theme', theme: 'dark' });
  await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expectAtStart(frame);
  await expect(frame.locator('.captionText')).toContainText('Figure 2.');
});

test('an element tells by events and is driven by its methods', async ({ page, host }) => {
  const hears = `<script>
    window.heard = [];
    for (const type of ['ready', 'step'])
      addEventListener('highwater-' + type, (event) => heard.push([type, event.detail]));
  </script>`;
  const element = '<kafka-replication scene="copies"></kafka-replication>';
  await page.goto(await host(`${hears}${element}<script src="kafka-replication.js"></script>`));
  const heard = () => page.evaluate(() => Reflect.get(window, 'heard'));
  await expect.poll(heard).toContainEqual(['ready', {}]);
  const figure = page.locator('kafka-replication');
  const said = figure.locator('.captionText');
  const call = (method: string, given: unknown) =>
    figure.evaluate(
      (each, [name, value]) => Reflect.get(each, String(name)).call(each, value),
      [method, given],
    );
  await call('step', 1);
  await expect(said).not.toContainText('Figure 2.');
  await expect.poll(heard).toContainEqual(['step', { index: 1, what: expect.any(String) }]);
  await call('seek', 0);
  await expect(said).toContainText('Figure 2.');
  await call('load', { lesson: 'failover', step: 2 });
  await expect(figure.getByRole('group', { name: 'Lesson: Failover' })).toBeVisible();
  await figure.evaluate((each) => each.setAttribute('scene', 'newLeader'));
  await expect(said).toContainText('Figure 4.');
});

async function ask(page: Page, message: object): Promise<void> {
  await page.evaluate((asked) => {
    window.frames[0]?.postMessage({ target: 'highwater', ...asked }, '*');
  }, message);
}
