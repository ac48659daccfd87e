import { describe, expect, it } from 'vitest';
import { countOf, findLatest, withEntries } from './ledger';
import type { Ledger } from './ledger';

const numbers = (from: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => from + index);

describe('a ledger', () => {
  it('has what was entered, in the order in which it was', () => {
    let ledger: Ledger<number> = [];
    for (let next = 0; next < 200; next += 5) ledger = withEntries(ledger, numbers(next, 5));
    expect(ledger.flat()).toEqual(numbers(0, 200));
    expect(countOf(ledger)).toBe(200);
    expect(countOf([])).toBe(0);
  });

  it('shares its full pages with the longer one', () => {
    const before = withEntries([], numbers(0, 130));
    const after = withEntries(before, [130]);
    expect(after[0]).toBe(before[0]);
    expect(after[1]).toBe(before[1]);
    expect(after[2]).toEqual([128, 129, 130]);
  });

  it('finds the latest of its items first', () => {
    const ledger = withEntries([], numbers(0, 130));
    expect(findLatest(ledger, (n) => n % 64 === 3)).toBe(67);
    expect(findLatest(ledger, (n) => n > 130)).toBeNull();
  });

  it('begins a page when the last one is full', () => {
    const full = withEntries([], numbers(0, 64));
    expect(withEntries(full, [64])).toEqual([numbers(0, 64), [64]]);
    expect(withEntries(full, [])).toBe(full);
  });
});
