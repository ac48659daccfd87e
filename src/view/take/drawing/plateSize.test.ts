import { expect, it } from 'vitest';
import { CAPTION_HEIGHT, marginOf, plateAround } from './plateSize';

it('leaves a stage of any size as large as it is on the page', () => {
  for (let width = 300; width < 1700; width += 1) {
    const plate = plateAround(width, 500);
    const margin = marginOf(plate.width);
    expect(plate.width - 2 * margin).toBe(width);
    expect(plate.height - 3 * margin - CAPTION_HEIGHT).toBe(500);
  }
});
