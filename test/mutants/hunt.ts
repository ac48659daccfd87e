import * as fc from 'fast-check';
import { INVARIANTS } from '../../src/sim/invariants/all';
import { step } from '../../src/sim/step';
import { checkedStep } from '../checkedStep';
import { disagreements, recordsFoundTwice } from '../properties/agreement';
import { heal, play, type TakeStep } from '../properties/play';
import { anyScript } from '../properties/scripts';
import type { Script } from '../script';
import { PROMISE } from './promise';

const SEED = 7;
const HEALED_WITHIN_MS = 200_000;

/** What a hunt found: the promise that broke, and after how many scripts. */
export interface Prey {
  readonly promise: string;
  readonly scripts: number;
}

/**
 * Searches as the properties do, and stops at the first broken promise, or at the one that is
 * meant: any other is then left alone. Null: nothing is wrong.
 */
export function hunt(scriptsMax: number, meant: string | null = null): Prey | null {
  const scripts = fc.sample(anyScript(6), { numRuns: scriptsMax, seed: SEED });
  for (const [index, script] of scripts.entries()) {
    const promise = brokenBy(script, meant);
    if (promise === null || (meant !== null && promise !== meant)) continue;
    return { promise, scripts: index + 1 };
  }
  return null;
}

function brokenBy(script: Script, meant: string | null): string | null {
  const isIdempotent = script.settings.acks === 'all' && !script.settings.uncleanLeaderElection;
  const isSteady = !script.deeds.some(({ does: { type } }) => CHANGES.includes(type));
  const takeStep = meant === null ? checkedStep : stepLookingAt(meant);
  let twice: readonly string[] = [];
  try {
    const watch = (_before: unknown, after: Parameters<typeof recordsFoundTwice>[0]): void => {
      if (isIdempotent && isSteady && twice.length === 0) twice = recordsFoundTwice(after);
    };
    const world = play(script, watch, takeStep);
    if (twice.length > 0) return PROMISE.once;
    const healed = heal(world, HEALED_WITHIN_MS, undefined, takeStep);
    if (healed === null) return PROMISE.settles;
    return disagreements(healed).length > 0 ? PROMISE.agrees : null;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return 'promise' in error ? String(error.promise) : error.message;
  }
}

/** Steps that look at one promise only, and leave the others alone. */
function stepLookingAt(meant: string): TakeStep {
  const looked = INVARIANTS.filter(({ name }) => name === meant);
  return (world, commands = []) => {
    const taken = step(world, commands);
    if (looked.some(({ brokenIn }) => brokenIn(taken.world) !== null)) throw new Error(meant);
    return taken;
  };
}

const CHANGES: readonly string[] = ['changeAcks', 'changeIdempotence', 'changeUnclean', 'elect'];
