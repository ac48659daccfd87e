import { expect, it } from 'vitest';
import { countWhile } from './countWhile';

it('counts the items of which something holds, and looks at few of them', () => {
  const items = Array.from({ length: 10_000 }, (_, nth) => nth);
  for (const limit of [0, 1, 5_000, 9_999, 10_000]) {
    let looks = 0;
    const count = countWhile(items, (item) => {
      looks += 1;
      return item < limit;
    });
    expect(count).toBe(limit);
    expect(looks).toBeLessThan(16);
  }
  expect(countWhile([], () => true)).toBe(0);
});
