import type { Parameters } from 'fast-check';

/** `vitest run --mode long`: search further. */
export const isLong = process.env['HIGHWATER_LONG'] === 'yes';

/** What fast-check is told, the seed always among it. */
type Effort<Ts> = Parameters<Ts> & { readonly seed: number };

/** How long a search may take: whatever else the machine does, it is to come to its end. */
export const searchTimeoutMs = isLong ? 3_600_000 : 120_000;

/**
 * How much a property is tried. The seed is fixed, so that a failure is everybody's; the long run
 * takes another one each day, and a failure prints the seed and the path to come back to it.
 */
export function effort<Ts>(runs: number, longRuns: number): Effort<Ts> {
  // A planted fault need only be noticed: nobody reads its counterexample.
  const endOnFailure = process.env['HIGHWATER_MUTANT'] !== undefined;
  if (!isLong) return { seed: 20_260, numRuns: runs, endOnFailure };
  const today = Math.floor(Date.now() / 86_400_000);
  const wanted = process.env['HIGHWATER_SEED'];
  const seed = wanted === undefined || wanted === '' ? today : Number(wanted);
  console.log(`Searching with HIGHWATER_SEED=${seed}`);
  return { seed, numRuns: longRuns };
}
