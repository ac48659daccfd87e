import { ADAPTERS } from './adapter/byOp';
import { mismatch, mismatchOfSteps } from './mismatch';
import { SKIPPED_OPS } from './skipped';
import type { Vector } from './vector';

/** What the simulation makes of a vector. */
export type Verdict =
  | { readonly type: 'passed' }
  | { readonly type: 'skipped'; readonly why: string }
  /** `because` reads: expected …, got …. */
  | { readonly type: 'failed'; readonly because: string };

/** Runs a vector through the simulation. Never throws: what is thrown on the way is a failure. */
export function verdictOn(vector: Vector): Verdict {
  const why = whySkipped(vector);
  if (why !== null) return { type: 'skipped', why };
  const adapter = ADAPTERS[vector.op];
  if (adapter === undefined) return { type: 'skipped', why: `no rule is called ${vector.op}` };
  const because = failureOf(vector, adapter);
  return because === null ? { type: 'passed' } : { type: 'failed', because };
}

/** Why a vector is left out, null when it counts. */
export function whySkipped(vector: Vector): string | null {
  return SKIPPED_OPS[vector.op] ?? ADAPTERS[vector.op]?.skip(vector) ?? null;
}

function failureOf(vector: Vector, { run, how }: (typeof ADAPTERS)[string]): string | null {
  const { expect } = vector;
  try {
    const outcome = run(vector);
    return Array.isArray(expect) && Array.isArray(outcome)
      ? mismatchOfSteps(expect, outcome, how)
      : mismatch(expect, outcome, how);
  } catch (error) {
    return `expected ${JSON.stringify(expect)}, got ${String(error)}`;
  }
}
