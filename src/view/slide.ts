/** As far as anything slides, in CSS pixels. */
const FAR = 10_000;

const known = new WeakMap<HTMLElement, Animation>();

/**
 * Puts what follows the playhead so far to the right, in CSS pixels. An animation that never runs
 * says so: the browser moves what it is told to expect to move, and puts the layers of the page
 * together anew for what else is moved.
 *
 * @param rest where it is at zero: a length, of itself in per cent
 */
export function slideTo(element: HTMLElement | null, x: number, rest = '0px'): void {
  if (!element) return;
  const slide = known.get(element) ?? slideOf(element, rest);
  slide.currentTime = Math.max(0, x);
}

function slideOf(element: HTMLElement, rest: string): Animation {
  const at = (x: number) => `translateX(calc(${x}px + ${rest}))`;
  const slide = element.animate({ transform: [at(0), at(FAR)] }, { duration: FAR, fill: 'both' });
  slide.pause();
  known.set(element, slide);
  return slide;
}
