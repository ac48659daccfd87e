// What speakers need of a figure on a slide.

const FRAME_SLIDE = 1;
const ELEMENT_SLIDE = 2;

/**
 * The clicker turns slides until the figure is pressed; then keys are the figure's; Escape gives
 * them back; and a figure whose slide is left stands still. Throws where that is not so.
 * @param {import('@playwright/test').Browser} browser
 * @param {string} address
 */
export async function deckAndFigureShareKeys(browser, address) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  await page.goto(address);
  for (const transition of ['slide', 'none']) {
    await page.evaluate(`Reveal.configure({ transition: '${transition}' })`);
    for (const slide of [FRAME_SLIDE, ELEMENT_SLIDE]) await shareKeys(page, slide);
  }
  await page.close();
}

/**
 * @param {import('@playwright/test').Page} page
 * @param {number} slide
 */
async function shareKeys(page, slide) {
  await page.evaluate(`Reveal.slide(${slide})`);
  const holder = page.locator('.present').locator('iframe.kafka, kafka-replication');
  const figure = slide === FRAME_SLIDE ? holder.contentFrame() : holder;
  const play = figure.getByRole('button', { name: 'Play', exact: true });
  await play.waitFor();
  await turnsAway(page, slide);

  await play.click();
  await figure.getByRole('button', { name: 'Pause', exact: true }).click();
  await page.keyboard.press('PageDown');
  await isOn(page, slide, true);

  await page.keyboard.press('Escape');
  await turnsAway(page, slide);

  await play.click();
  await page.evaluate('Reveal.next()');
  await page.evaluate('Reveal.prev()');
  await play.waitFor();
  await turnsAway(page, slide);
}

/**
 * The clicker turns to the next slide, and back.
 * @param {import('@playwright/test').Page} page
 * @param {number} slide
 */
async function turnsAway(page, slide) {
  await page.keyboard.press('PageDown');
  await isOn(page, slide, false);
  await page.keyboard.press('PageUp');
  await isOn(page, slide, true);
}

/**
 * @param {import('@playwright/test').Page} page
 * @param {number} slide
 * @param {boolean} expected
 */
async function isOn(page, slide, expected) {
  const is = Number(await page.evaluate('Reveal.getIndices().h'));
  if ((is === slide) !== expected) {
    throw new Error(`after a key the deck is on ${is}, ${expected ? 'not' : 'still'} on ${slide}`);
  }
}
