const ways = new WeakMap<HTMLElement, Animation>();
/** In pixels: in a long story a frame moves a mark by less than an eye can see. */
const STEP = 0.25;

/**
 * Puts an element so many CSS pixels right of where it is laid out. It does so by an animation that
 * stands still and is shown at one place of its way: for each transform that is written into a
 * style a browser layers the whole page anew, for this it does not.
 *
 * @param reach it goes no further; the page must have room for that
 */
export function slide(element: HTMLElement | null, x: number, reach: number): void {
  if (!element) return;
  let way = ways.get(element);
  const id = `${reach}`;
  if (way?.id !== id) {
    way?.cancel();
    const transform = ['none', `translateX(${id}px)`];
    way = element.animate({ transform }, { duration: reach, fill: 'both', id });
    way.pause();
    ways.set(element, way);
  }
  const place = x - (x % STEP);
  if (way.currentTime !== place) way.currentTime = place;
}
