import * as fc from 'fast-check';
import { disagreements, recordsFoundTwice } from '../properties/agreement';
import { heal, play } from '../properties/play';
import { anyScript } from '../properties/scripts';
import type { Script } from '../script';

const SCRIPTS_MAX = 40;
const SEED = 7;
const HEALED_WITHIN_MS = 200_000;

/** What a hunt found: the promise that broke, and after how many scripts. */
export interface Prey {
  readonly promise: string;
  readonly scripts: number;
}

/** Searches as the properties do, and stops at the first broken promise. Null: nothing is wrong. */
export function hunt(): Prey | null {
  const scripts = fc.sample(anyScript(6), { numRuns: SCRIPTS_MAX, seed: SEED });
  for (const [index, script] of scripts.entries()) {
    const promise = brokenBy(script);
    if (promise !== null) return { promise, scripts: index + 1 };
  }
  return null;
}

function brokenBy(script: Script): string | null {
  const isIdempotent = script.settings.acks === 'all' && !script.settings.uncleanLeaderElection;
  const isSteady = !script.deeds.some(({ does: { type } }) => CHANGES.includes(type));
  let twice: readonly string[] = [];
  try {
    const world = play(script, (_before, after) => {
      if (isIdempotent && isSteady && twice.length === 0) twice = recordsFoundTwice(after);
    });
    if (twice.length > 0) return 'No record stands twice in a log';
    const healed = heal(world, HEALED_WITHIN_MS);
    if (healed === null) return 'A healed cluster settles';
    return disagreements(healed).length > 0 ? 'In a healed cluster all logs agree' : null;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return 'promise' in error ? String(error.promise) : error.message;
  }
}

const CHANGES: readonly string[] = ['changeAcks', 'changeUnclean'];
