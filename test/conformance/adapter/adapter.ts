import type { Comparison } from '../mismatch';
import type { Vector } from '../vector';

/** How the vectors of one rule become calls of the simulation, and its answers theirs. */
export interface Adapter {
  /** The outcome in the shape of `expect`; for vectors of steps, one for each step. */
  readonly run: (vector: Vector) => unknown;
  readonly how: Comparison;
  /** Why a single vector is left out, null when it is not. */
  readonly skip: (vector: Vector) => string | null;
}

/** A vector by its own shapes. */
interface Case<Given, When> {
  readonly given: Given;
  readonly when: When;
}

/** An adapter whose vectors have a case of these shapes. */
export function adapter<Given, When>(
  run: (given: Given, when: When) => unknown,
  how: Comparison = {},
  skip: (given: Given, when: When) => string | null = () => null,
): Adapter {
  // What a vector holds is known to its adapter only, and is taken at its word.
  const caseOf = (vector: Vector): Case<Given, When> => {
    const copy: Case<Given, When> = JSON.parse(JSON.stringify(vector));
    return copy;
  };
  return {
    run: (vector) => {
      const { given, when } = caseOf(vector);
      return run(given, when);
    },
    how,
    skip: (vector) => {
      const { given, when } = caseOf(vector);
      return skip(given, when);
    },
  };
}
