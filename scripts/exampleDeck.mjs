// What speakers need of a figure on a slide.

const FIGURE_SLIDE = '#/1';
const ELEMENT_SLIDE = '#/2';

/**
 * The clicker turns slides until the figure is pressed; then keys are the figure's; Escape gives
 * them back; and a figure whose slide is left stands still. Throws where that is not so.
 * @param {import('@playwright/test').Browser} browser
 * @param {string} address
 */
export async function deckAndFigureShareKeys(browser, address) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  for (const slide of [FIGURE_SLIDE, ELEMENT_SLIDE]) {
    await page.goto(`${address}${slide}`);
    const holder = page.locator('.present').locator('iframe.kafka, kafka-replication');
    const isFrame = slide === FIGURE_SLIDE;
    const figure = isFrame ? holder.contentFrame() : holder;
    await figure.getByRole('button', { name: /^Broker 1, / }).waitFor();

    await page.keyboard.press('PageDown');
    await isOn(page, slide, false);
    await page.keyboard.press('PageUp');
    await isOn(page, slide, true);

    await figure.getByRole('button', { name: 'Play', exact: true }).click();
    await figure.getByRole('button', { name: 'Pause', exact: true }).click();
    await page.keyboard.press('PageDown');
    await isOn(page, slide, true);

    await page.keyboard.press('Escape');
    await page.keyboard.press('PageDown');
    await isOn(page, slide, false);
    await page.keyboard.press('PageUp');
    await isOn(page, slide, true);

    await figure.getByRole('button', { name: 'Play', exact: true }).click();
    await page.evaluate('Reveal.next()');
    await page.evaluate('Reveal.prev()');
    await figure.getByRole('button', { name: 'Play', exact: true }).waitFor();
  }
  await page.close();
}

/**
 * @param {import('@playwright/test').Page} page
 * @param {string} slide
 * @param {boolean} expected
 */
async function isOn(page, slide, expected) {
  const is = await page.evaluate('location.hash');
  if ((is === slide) !== expected) {
    throw new Error(`after a key the deck is on ${is}, ${expected ? 'not' : 'still'} on ${slide}`);
  }
}
