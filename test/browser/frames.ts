import type { Page } from '@playwright/test';

/** From now on, every page counts how often anything on it asks for an animation frame. */
export async function countFrames(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const ask = globalThis.requestAnimationFrame.bind(globalThis);
    let asked = 0;
    Object.defineProperty(globalThis, 'framesAsked', { get: () => asked });
    globalThis.requestAnimationFrame = (callback) => {
      asked += 1;
      return ask(callback);
    };
  });
}

/** How many frames are asked for in the next so many milliseconds. */
export async function framesIn(page: Page, ms: number): Promise<number> {
  const before = await framesAsked(page);
  await page.waitForTimeout(ms);
  return (await framesAsked(page)) - before;
}

function framesAsked(page: Page): Promise<number> {
  return page.evaluate(() => Number(Reflect.get(globalThis, 'framesAsked')));
}
