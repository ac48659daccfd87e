import { expect, it } from 'vitest';
import { wantedHeight } from './wantedHeight';

/** A page with a caption and playback of 150 px below a stage that takes the rest of the height. */
function page(width: number, height: number) {
  const sized = (tall: number) => {
    const element = document.createElement('div');
    Object.defineProperties(element, {
      offsetWidth: { value: width },
      offsetHeight: { value: tall },
    });
    return element;
  };
  return wantedHeight(sized(height), sized(height - 150));
}

it('asks for the same however high the frame is, so that it comes to rest', () => {
  expect(page(800, 300)).toBe(page(800, 900));
});

it('asks for a higher stage where it is wider, within bounds', () => {
  expect([600, 800, 2_000].map((width) => page(width, 400))).toEqual([414, 502, 670]);
});

it('asks on a phone for as much as there is to see', () => {
  expect(page(360, 900)).toBe(900);
});
