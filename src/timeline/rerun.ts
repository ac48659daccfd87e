import { refusal } from '../sim/refusal';
import type { World } from '../sim/world';
import { prologue } from './prologue';
import { recordedUpTo } from './recorder';
import type { Recording } from './recording';
import type { RefusedCommand } from './replay';
import { frameOf, markOf } from './run';
import { growRun, runFromStart } from './runner';
import type { Scenario } from './scenario';

/** A scenario that was run again, and what of it changed nothing when its time came. */
export interface Rerun {
  readonly recording: Recording;
  readonly refused: readonly RefusedCommand[];
}

/**
 * Runs a scenario step by step until its last command has been obeyed, so that whoever asked for it
 * can do other things in between. The recording shows so many frames, however many there are. Null
 * when it would take more steps than are allowed. Throws what the simulation throws.
 */
export function* rerun(
  scenario: Scenario,
  frames: number,
  stepsMax: number,
): Generator<void, Rerun | null> {
  const { commands } = scenario;
  const refused: RefusedCommand[] = [];
  let nth = 0;
  const look = (before: World, now: number): void => {
    for (let one = commands[nth]; one !== undefined && one.at <= now; one = commands[nth]) {
      const refusedFor = refusal(before, one.command);
      if (refusedFor !== null) refused.push({ ...one, refusal: refusedFor });
      nth += 1;
    }
  };

  let steps = 0;
  let first: World | null = null;
  for (const { world } of prologue(scenario)) {
    if (first !== null) look(first, world.now);
    first = world;
    if ((steps += 1) > stepsMax) return null;
    yield;
  }
  if (first === null) throw new Error('A prologue has a world at least.');
  const run = runFromStart(scenario, first);
  while (run.marks.length < frames || nth < commands.length) {
    const last = run.marks.length - 1;
    const { world } = frameOf(run, last);
    growRun(run);
    look(world, markOf(run, last + 1).tick);
    if ((steps += 1) > stepsMax) return null;
    yield;
  }
  return { recording: recordedUpTo(run, frames), refused };
}
