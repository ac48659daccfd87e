import { readVectors, type Vector } from './vector';
import { verdictOn } from './verdict';

/** What there is to say about the vectors of some files, and whether all of them passed. */
export interface Report {
  readonly lines: readonly string[];
  /** Files that could not be run, and why: path and place come first. */
  readonly problems: readonly string[];
  readonly isClean: boolean;
}

/** Runs every vector of some files: a line for each that did not pass, and one with the counts. */
export function reportOn(paths: readonly string[]): Report {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const lines: string[] = [];
  const problems: string[] = [];
  for (const vector of paths.flatMap((path) => vectorsIn(path, problems))) {
    const verdict = verdictOn(vector);
    counts[verdict.type] += 1;
    if (verdict.type === 'failed') lines.push(`FAIL ${vector.id}: ${verdict.because}`);
    if (verdict.type === 'skipped') lines.push(`SKIP ${vector.id}: ${verdict.why}`);
  }
  const { passed, failed, skipped } = counts;
  lines.push(`${passed} passed, ${failed} failed, ${skipped} skipped`);
  return { lines, problems, isClean: failed === 0 && skipped === 0 && problems.length === 0 };
}

function vectorsIn(path: string, problems: string[]): readonly Vector[] {
  try {
    return readVectors(path).vectors;
  } catch (error) {
    problems.push(error instanceof Error ? error.message : String(error));
    return [];
  }
}
