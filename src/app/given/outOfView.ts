import type { Driver } from './driver';

/** Pauses what nobody can see. Returns how to stop looking. */
export function pauseOutOfView(figure: Element, driver: Driver): () => void {
  const observer = new IntersectionObserver(([seen]) => {
    if (seen?.isIntersecting === false) driver.pause();
  });
  observer.observe(figure);
  return () => observer.disconnect();
}
