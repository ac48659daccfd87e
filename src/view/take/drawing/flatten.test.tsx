import { beforeAll, expect, it, vi } from 'vitest';
import { flatten } from './flatten';

beforeAll(() => {
  // Nothing is laid out in these tests: a box of 30 by 20, and a line of words of 60.
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 30, 20));
  vi.spyOn(Range.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 60, 20));
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(30);
  vi.spyOn(HTMLElement.prototype, 'scrollWidth', 'get').mockReturnValue(60);
});

it('cuts off what does not fit a box, where the box says so', () => {
  const hidden = drawn('overflow-x: hidden; overflow-y: hidden; text-overflow: clip');
  expect(hidden).toContain('<clipPath id="a1"><rect x="0" y="0" width="30" height="20"/>');
  expect(hidden).toMatch(/<g clip-path="url\(#a1\)"><text.*v1518 \+14<\/text><\/g>/);
  expect(drawn('overflow-x: visible')).not.toContain('clip-path');
});

function drawn(style: string): string {
  const looks = `opacity: 1; color: rgb(0, 0, 0); ${style}`;
  document.body.innerHTML = `<div style="${looks}">v1518 +14</div>`;
  const box = document.body.firstElementChild;
  if (!(box instanceof HTMLElement)) throw new Error('There is no box.');
  return flatten(box, 'a');
}
