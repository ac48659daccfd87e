/**
 * Where an element is on the screen, in pixels of the screen. Safari counts what is drawn larger,
 * from the corner of the page, in larger pixels, and does not say how much larger they are.
 */
export function rectOnScreen(element: Element): DOMRect {
  const { x, y, width, height } = element.getBoundingClientRect();
  const zoom = 'currentCSSZoom' in element ? 1 : zoomOf(element);
  const [left, top] = [(x + scrollX) * zoom - scrollX, (y + scrollY) * zoom - scrollY];
  return new DOMRect(left, top, width * zoom, height * zoom);
}

function zoomOf(element: Element | null): number {
  if (!element) return 1;
  return zoomOf(element.parentElement) * (Number(getComputedStyle(element).zoom) || 1);
}
