// Looks at a built example in a browser, as its reader would.
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { deckAndFigureShareKeys } from './exampleDeck.mjs';

const WIDE = { width: 1280, height: 720 };
const NARROW = { width: 360, height: 640 };
/** Where the pages of an example say that Highwater is, when it is not beside them. */
const ELSEWHERE = 'https://example.org/highwater/';

/** Slides that are not on now lie about unseen. */
const POSTERS = 'a:has(img[src*="posters/"])';
const FIGURES = ':is(iframe.kafka, kafka-replication):not(.past *, .future *)';

/** @typedef {import('./exampleProjects.mjs').ExampleProject} ExampleProject */
/** @typedef {import('@playwright/test').Browser} Browser */
/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('@playwright/test').Locator} Locator */
/** @typedef {Locator | import('@playwright/test').FrameLocator} Inside what is in a figure */

/**
 * Opens each page of an example, works every figure on it, turns the host dark, follows the
 * pictures that stand for a figure, and takes pictures of the pages into a folder. Returns what was
 * seen; throws on anything that a reader would miss.
 * @param {Browser} browser
 * @param {ExampleProject} project
 * @param {string} address where the example is served
 * @param {string} folder for the pictures
 */
export async function lookAt(browser, project, address, folder) {
  const frames = await figuresWork(browser, project, address);
  const links = await picturesLeadToRuns(browser, project, address);
  if (project.isDeck) await deckAndFigureShareKeys(browser, address);
  await picturesOfPages(browser, project, address, folder);
  if (frames + links === 0) throw new Error('neither a figure nor a picture on any page');
  return `${frames} figures work, ${links} pictures lead to a run`;
}

/**
 * @param {Browser} browser
 * @param {ExampleProject} project
 * @param {string} address
 */
async function figuresWork(browser, project, address) {
  // No colours of the test's own: a frame then gets those of its host, as it does for readers.
  const reader = await readerOf(browser, address, { viewport: WIDE, colorScheme: null });
  const page = await reader.newPage();
  const complaints = watched(page, new URL(address).origin);
  let count = 0;
  for (const path of project.pages) {
    await page.goto(new URL(path, address).href);
    const figures = await figuresOn(page);
    for (const figure of figures) await worksWhenUsed(figure);
    if (project.darkSwitch) await followsIntoTheDark(page, figures, project.darkSwitch);
    count += figures.length;
  }
  await reader.close();
  if (complaints.length > 0) throw new Error(complaints.join('\n'));
  return count;
}

/**
 * What is in each figure that can be seen on a page, once it is there.
 * @param {Page} page
 * @returns {Promise<Inside[]>}
 */
async function figuresOn(page) {
  const figures = page.locator(FIGURES).filter({ visible: true });
  const found = [];
  for (const figure of await figures.all()) {
    // A frame is fetched when it is near.
    await figure.scrollIntoViewIfNeeded();
    const isFrame = await figure.evaluate((element) => element.localName === 'iframe');
    found.push(isFrame ? figure.contentFrame() : figure);
  }
  return found;
}

/**
 * It is mounted, stands still until it is asked, and then its clock goes on.
 * @param {Inside} figure
 */
async function worksWhenUsed(figure) {
  await figure.getByRole('button', { name: /^Broker 1, / }).waitFor();
  const clock = figure.getByRole('timer', { name: 'Cluster time' });
  const before = await clock.textContent();
  await figure
    .getByRole('button', { name: /^(Next event|Produce)$/ })
    .first()
    .click();
  await clock.filter({ hasNotText: before ?? '' }).waitFor();
}

/**
 * Some hosts go round by way of the system's colours, and all of them remember.
 * @param {Page} page
 * @param {readonly Inside[]} figures
 * @param {string} darkSwitch
 */
async function followsIntoTheDark(page, figures, darkSwitch) {
  const isDark = () => page.evaluate(`getComputedStyle(document.body).colorScheme === 'dark'`);
  for (let press = 0; press < 2 && !(await isDark()); press += 1) {
    await page.locator(darkSwitch).filter({ visible: true }).first().click();
  }
  for (const figure of figures) {
    const words = figure.getByRole('timer', { name: 'Cluster time' });
    await expect.poll(() => words.evaluate(isLight), 'the words are light').toBe(true);
  }
}

/**
 * Whether words are light, so that what is behind them is dark. Runs in the page.
 * @param {Element} words
 */
function isLight(words) {
  const [red = 0, green = 0, blue = 0] = getComputedStyle(words).color.match(/[\d.]+/g) ?? [];
  return Number(red) + Number(green) + Number(blue) > 384;
}

/**
 * Without script each picture that stands for a figure is seen, and its link leads to a page on
 * which a run stands ready.
 * @param {Browser} browser
 * @param {ExampleProject} project
 * @param {string} address
 */
async function picturesLeadToRuns(browser, project, address) {
  const still = await readerOf(browser, address, { javaScriptEnabled: false });
  const live = await readerOf(browser, address, {});
  const page = await still.newPage();
  const links = [];
  for (const path of project.pages) {
    await page.goto(new URL(path, address).href);
    for (const picture of await page.locator(POSTERS).all()) {
      if (!(await picture.isVisible())) continue;
      await pictureIsThere(picture.locator('img'));
      links.push(new URL((await picture.getAttribute('href')) ?? '', page.url()).href);
    }
  }
  for (const link of links) {
    const run = await live.newPage();
    await run.goto(link);
    await run.getByRole('button', { name: /^Broker 1, / }).waitFor();
    await run.close();
  }
  await still.close();
  await live.close();
  return links.length;
}

/** @param {Locator} picture */
async function pictureIsThere(picture) {
  const isThere = await picture.evaluate(async (image) => {
    if (!(image instanceof HTMLImageElement)) return false;
    await image.decode();
    return image.naturalWidth > 0 && image.alt !== '';
  });
  if (!isThere) throw new Error('a picture without content or words');
}

/**
 * For people to look at: wide and narrow, light and dark.
 * @param {Browser} browser
 * @param {ExampleProject} project
 * @param {string} address
 * @param {string} folder
 */
async function picturesOfPages(browser, project, address, folder) {
  for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
    for (const viewport of [WIDE, NARROW]) {
      const reader = await readerOf(browser, address, { viewport, colorScheme });
      const page = await reader.newPage();
      for (const [at, path] of project.pages.entries()) {
        await page.goto(new URL(path, address).href);
        for (const figure of await figuresOn(page)) {
          await figure.getByRole('button', { name: /^Broker 1, / }).waitFor();
        }
        const fullPage = !project.isDeck;
        await page.evaluate('scrollTo({ top: 0, behavior: "instant" })');
        await page.screenshot({
          path: join(folder, `page${at + 1}-${colorScheme}-${viewport.width}.png`),
          fullPage,
        });
      }
      await reader.close();
    }
  }
}

/**
 * Somebody who reads the example, and for whom Highwater is also where the example says it is.
 * @param {Browser} browser
 * @param {string} address
 * @param {import('@playwright/test').BrowserContextOptions} options
 */
async function readerOf(browser, address, options) {
  const reader = await browser.newContext(options);
  await reader.route(`${ELSEWHERE}**`, async (route) => {
    const at = route.request().url().replace(ELSEWHERE, new URL('highwater/', address).href);
    await route.fulfill({ response: await route.fetch({ url: at }) });
  });
  return reader;
}

/**
 * What the page complains of, and what it asks of others.
 * @param {Page} page
 * @param {string} origin
 */
function watched(page, origin) {
  /** @type {string[]} */
  const complaints = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('request', (request) => {
    const asked = new URL(request.url());
    const isOurs = asked.origin === origin || asked.href.startsWith(ELSEWHERE);
    if (!isOurs && asked.protocol.startsWith('http')) complaints.push(`asked ${request.url()}`);
  });
  return complaints;
}
