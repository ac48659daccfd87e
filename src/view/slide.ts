/** No part of a page is so wide, in CSS pixels. */
const REACH = 10_000;

const ways = new WeakMap<HTMLElement, Animation>();

/**
 * Puts an element so many CSS pixels right of where it is laid out. It does so by an animation that
 * stands still and is shown at one place of its way: for each transform that is written into a
 * style a browser layers the whole page anew, for this it does not.
 */
export function slide(element: HTMLElement | null, x: number): void {
  if (!element) return;
  const way = ways.get(element) ?? wayOf(element);
  ways.set(element, way);
  if (way.currentTime !== x) way.currentTime = x;
}

function wayOf(element: HTMLElement): Animation {
  const transform = ['none', `translateX(${REACH}px)`];
  const way = element.animate({ transform }, { duration: REACH, fill: 'both' });
  way.pause();
  return way;
}
