import { test, type Page } from '@playwright/test';
import { twoFrames } from './picture';
import { textFaults } from './textFaults';

export const SCREENS = ['1600×900', '1280×720', '1024×768', '640×400', '360×640'] as const;

/** Where and when each fault was seen first. */
export type Faults = Map<string, string>;

export async function setScreen(page: Page, screen: string) {
  const [width = 0, height = 0] = screen.split('×').map(Number);
  await page.setViewportSize({ width, height });
  return { width, height };
}

/** Looks on every screen, notes where and when a fault was seen first, and takes its picture. */
export async function collectFaults(page: Page, when: string, faults: Faults) {
  for (const screen of SCREENS) {
    await setScreen(page, screen);
    await twoFrames(page);
    const found = await textFaults(page);
    const isNew = found.some((fault) => !faults.has(fault));
    for (const fault of found) if (!faults.has(fault)) faults.set(fault, `${screen} ${when}`);
    if (isNew) await attach(page, `${screen} ${when}`);
  }
  await setScreen(page, '1280×720');
}

export async function inBothColours(page: Page, look: (colours: string) => Promise<void>) {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await look(colorScheme);
  }
}

export function listed(faults: Faults): readonly string[] {
  return [...faults].map(([fault, when]) => `${when}: ${fault}`);
}

async function attach(page: Page, name: string): Promise<void> {
  await test.info().attach(name, { body: await page.screenshot(), contentType: 'image/png' });
}
