import { expect, type Locator } from '@playwright/test';
import { button } from './person';
import { test } from './watched';

test('on a phone what a step asks about stands above its words', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await page.goto('./?lesson=slowFollower&step=2');
  const words = page.locator('.lessonCard');
  await expect(button(page, 'Lock and watch')).toBeVisible();
  const asked = page.locator('.lessonPick');
  await expect(asked).toHaveCount(2);
  const edges = async (part: Locator) => (await part.boundingBox()) ?? { y: -1, height: 0 };
  await expect
    .poll(async () => {
      const [first, last] = [await edges(asked.first()), await edges(asked.last())];
      return first.y >= 0 && last.y + last.height <= (await edges(words)).y;
    })
    .toBe(true);
});

test('on a small desk a step stands whole between its picture and the transport', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1024, height: 768 });
  await page.goto('./?lesson=brokerDown&step=2');
  await expect(button(page, 'Just watch')).toBeVisible();
  const edgesOf = async (part: string) => {
    const { y, height } = (await page.locator(part).first().boundingBox()) ?? { y: -1, height: 0 };
    return [y, y + height] as const;
  };
  await expect
    .poll(async () => {
      const [[, foot], [head, bottom], [transport]] = [
        await edgesOf('section[data-status]'),
        await edgesOf('.lessonCard'),
        await edgesOf('.transport'),
      ];
      return foot <= head && bottom <= transport;
    })
    .toBe(true);
});

test('a word of the glossary is as high as a finger needs, and its line no higher for it', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('./?lesson=failover');
  const words = page.locator('.term:visible');
  await expect(words.first()).toBeVisible();
  const heights = await words.evaluateAll((all) =>
    all.map((word) => word.getBoundingClientRect().height),
  );
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(24);
  const says = page.locator('.lessonSay');
  const high = await says.boundingBox();
  await page.addStyleTag({
    content: '.term { padding-block: 0 !important; margin: 0 !important }',
  });
  expect(await says.boundingBox()).toEqual(high);
});
