import type { Page } from '@playwright/test';
import { stage } from './person';

/** The stage as text: its elements with their attributes by name, as the last frame drew them. */
export async function drawn(page: Page): Promise<string> {
  await twoFrames(page);
  return stage(page).evaluate((element) => {
    const copy = document.createElement('div');
    copy.innerHTML = element.innerHTML;
    for (const each of copy.querySelectorAll('*')) {
      const named = [...each.attributes].toSorted((a, b) => a.name.localeCompare(b.name));
      for (const { name } of named) each.removeAttribute(name);
      // A style that was taken back leaves an empty one behind.
      const kept = named.filter(({ name, value }) => name !== 'style' || value !== '');
      for (const { name, value } of kept) each.setAttribute(name, value);
    }
    return copy.innerHTML;
  });
}

/** Where the focus is, and what is painted apart from the rest, is not what the picture says. */
const PLAIN = '* { outline: none !important; will-change: auto !important }';

/** The stage as pixels, with the mouse out of the way. */
export async function photographed(page: Page): Promise<Buffer> {
  await page.mouse.move(1, 1);
  await twoFrames(page);
  return stage(page).screenshot({ animations: 'disabled', style: PLAIN });
}

/** All that is in sight as pixels, in the same way. */
export async function photographedWhole(page: Page): Promise<Buffer> {
  await page.mouse.move(1, 1);
  await twoFrames(page);
  return page.screenshot({ animations: 'disabled', caret: 'hide', style: PLAIN });
}

/** What moves is drawn in the frame after the one in which it was told to. */
export async function twoFrames(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
}

/** Where on the scrubber a share of the recorded run lies, in CSS pixels of the page. */
export async function scrubberPoint(page: Page, share: number): Promise<{ x: number; y: number }> {
  const box = await page.locator('.scrubberTrack').boundingBox();
  if (!box) throw new Error('the scrubber is not shown');
  return { x: Math.round(box.x + share * box.width), y: Math.round(box.y + box.height / 2) };
}

/**
 * How many pixels differ by more than an eye could tell. Chromium rounds the edge of a box by a
 * shade or two, depending on how much of the page it paints anew.
 */
export function differingPixels(page: Page, one: Buffer, other: Buffer): Promise<number> {
  const pictures = [one, other].map((png) => `data:image/png;base64,${png.toString('base64')}`);
  return page.evaluate(async (addresses) => {
    const [a, b] = await Promise.all(addresses.map(pixelsOf));
    if (!a || !b || a.length !== b.length) return Infinity;
    let count = 0;
    for (let at = 0; at < a.length; at += 4)
      if ([0, 1, 2].some((c) => Math.abs((a[at + c] ?? 0) - (b[at + c] ?? 0)) > 32)) count += 1;
    return count;

    async function pixelsOf(address: string): Promise<Uint8ClampedArray | undefined> {
      const image = new Image();
      image.src = address;
      await image.decode();
      const { width, height } = image;
      const context = new OffscreenCanvas(width, height).getContext('2d');
      context?.drawImage(image, 0, 0);
      return context?.getImageData(0, 0, width, height).data;
    }
  }, pictures);
}

/** By how much a PNG is off what the browser draws of an SVG: of 255, each colour of each point. */
export function meanDifference(page: Page, svg: Buffer, png: Buffer): Promise<number> {
  const drawn = `data:image/svg+xml;base64,${svg.toString('base64')}`;
  return page.evaluate(
    async ([asked, painted]) => {
      const images = [asked, painted].map((src) => Object.assign(new Image(), { src }));
      await Promise.all(images.map((image) => image.decode()));
      const [width, height] = [images[1]?.width ?? 0, images[1]?.height ?? 0];
      const [a = [], b = []] = images.map((image) => {
        const context = new OffscreenCanvas(width, height).getContext('2d');
        context?.drawImage(image, 0, 0, width, height);
        return context?.getImageData(0, 0, width, height).data;
      });
      let sum = 0;
      for (let at = 0; at < a.length; at += 1) sum += Math.abs((a[at] ?? 0) - (b[at] ?? 0));
      return sum / a.length;
    },
    [drawn, `data:image/png;base64,${png.toString('base64')}`],
  );
}
