import { describe, expect, it } from 'vitest';
import { shareOfWay, travelMs } from './flight';

describe('how much of its way a message has behind it', () => {
  it('grows evenly from where it set out to where it arrives', () => {
    const travel = { sentAt: 100, arrivesAt: 110 };
    expect([90, 100, 105, 110, 120].map((at) => shareOfWay(travel, at))).toEqual([0, 0, 0.5, 1, 1]);
    expect(travelMs(travel)).toBe(10);
  });

  it('goes on from where it stood when it was retimed', () => {
    const travel = { sentAt: 100, arrivesAt: 5_005, retimed: { at: 5_000, share: 0.5 } };
    expect([4_000, 5_000, 5_003, 5_005].map((at) => shareOfWay(travel, at))).toEqual([
      0.5, 0.5, 0.8, 1,
    ]);
    expect(travelMs(travel)).toBe(5);
  });
});
