import type { StampedCommand } from '../sim/command';
import { isSettled } from '../sim/settled';
import { step } from '../sim/step';
import type { World } from '../sim/world';
import { commandsAfter } from './commands';
import { keepNext, keepUpTo } from './keepFrames';
import { markAfter } from './markAfter';
import { prologue } from './prologue';
import { frameOf, markOf, type Run, runFrom } from './run';
import type { Scenario } from './scenario';

/**
 * The run of a scenario, computed up to the first frame that is told: the last one at or before
 * `startsAt`. Throws what the simulation throws.
 */
export function startRun(scenario: Scenario): Run {
  return runFromStart(scenario, worldAtStart(scenario));
}

/** The same, where the world of that first frame is there already. */
export function runFromStart(scenario: Scenario, world: World): Run {
  const pending = commandsAfter(scenario.commands, world.now);
  return runFrom(scenario, world, { rests: pending.length === 0 && isSettled(world), step });
}

/** A still run, made able to go on: from its one frame follows what follows in any other run. */
export function wakeRun(run: Run): Run {
  return { ...run, step };
}

/** A run that shares the frames up to an index and goes on with other commands. */
export function forkRun(run: Run, index: number, commands: readonly StampedCommand[]): Run {
  return {
    scenario: { ...run.scenario, commands },
    marks: run.marks.slice(0, index + 1),
    told: run.told.filter((moment) => moment.index <= index),
    happenings: run.happenings.filter((happening) => happening.index <= index),
    kept: keepUpTo(run.kept, frameOf(run, index)),
    stretches: [],
    step,
  };
}

/** Computes one more frame. Throws what the simulation throws; the run is then as it was. */
export function growRun(run: Run): void {
  const before = markOf(run, run.marks.length - 1);
  const { world } = frameOf(run, before.index);
  const pending = commandsAfter(run.scenario.commands, before.tick);
  const stepped = step(world, pending);
  const mark = markAfter(before, world.flights, pending, stepped);
  const { index, story, tick, events } = mark;
  keepNext(run.kept, { index, world: stepped.world, events, story });
  for (const event of events) {
    run.happenings.push({ number: run.happenings.length + 1, event, index, story, tick });
  }
  run.marks.push(mark);
  if (mark.told) run.told.push(mark.told);
}

function worldAtStart(scenario: Scenario): World {
  let last: World | null = null;
  for (const { world } of prologue(scenario)) last = world;
  if (last === null) throw new Error('A prologue has a world at least.');
  return last;
}
