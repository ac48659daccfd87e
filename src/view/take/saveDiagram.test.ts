import { describe, expect, it } from 'vitest';
import { sharpnessOf } from './saveDiagram';

describe('the sharpness of a diagram as a PNG', () => {
  it('is two points for each pixel, as far as a browser can draw so many', () => {
    expect(sharpnessOf({ width: 1200, height: 400 })).toBe(2);
    const long = sharpnessOf({ width: 40_000, height: 400 });
    expect(long * 40_000).toBeLessThanOrEqual(16_000);
    const large = sharpnessOf({ width: 12_000, height: 12_000 });
    expect((large * 12_000) ** 2).toBeLessThanOrEqual(100_000_001);
  });
});
