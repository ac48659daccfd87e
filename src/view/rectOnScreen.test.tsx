import { afterEach, expect, it, vi } from 'vitest';
import { rectOnScreen } from './rectOnScreen';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

it('takes a browser at its word that says how much larger an element is drawn', () => {
  const { element } = drawn({ x: 50, y: 60 });
  Object.assign(element, { currentCSSZoom: 2 });
  expect(rectOnScreen(element)).toMatchObject({ x: 50, y: 60, width: 30, height: 10 });
});

it('finds out for Safari where an element is on a page that is scrolled', () => {
  // 20 pixels below the top of the page, drawn twice as large, the page scrolled by 7.
  const { element } = drawn({ x: 50, y: 20 - 7 });
  vi.stubGlobal('scrollX', 0);
  vi.stubGlobal('scrollY', 7);
  expect(rectOnScreen(element)).toMatchObject({ x: 100, y: 40 - 7, width: 60, height: 20 });
});

/** An element in one that is drawn twice as large. */
function drawn(told: { x: number; y: number }) {
  const around = document.createElement('div');
  const element = document.createElement('p');
  around.append(element);
  document.body.append(around);
  const zoomOf = (each: Element) => ({ zoom: each === around ? '2' : '1' });
  vi.stubGlobal('getComputedStyle', zoomOf);
  vi.spyOn(element, 'getBoundingClientRect').mockReturnValue(new DOMRect(told.x, told.y, 30, 10));
  return { element };
}
