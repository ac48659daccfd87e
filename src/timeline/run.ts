import type { StampedCommand } from '../sim/command';
import { createWorld } from '../sim/createWorld';
import { isSettled } from '../sim/settled';
import { nextDueAt, step } from '../sim/step';
import { commandsAfter } from './commands';
import type { Frame } from './frame';
import { type KeptFrames, keepFirst, keepNext, keepUpTo, nearestKept } from './keptFrames';
import { firstMark, type Mark, markAfter, type ToldMoment } from './mark';
import type { Scenario } from './scenario';

/** How many stretches of frames are held after they have been computed again. */
const STRETCHES_MAX = 8;

/**
 * The frames of a scenario, as far as they have been computed. It only grows: a frame follows
 * from the scenario and its index alone, so all who share a run see the same at an index.
 */
export interface Run {
  readonly scenario: Scenario;
  readonly marks: Mark[];
  readonly told: ToldMoment[];
  readonly kept: KeptFrames;
  /** Frames computed again, from one kept frame on; the last used first. */
  readonly stretches: Frame[][];
}

/**
 * The run of a scenario, computed up to the first frame that is told: the last one at or before
 * `startsAt`. Throws what the simulation throws.
 */
export function startRun(scenario: Scenario): Run {
  const world = worldAtStart(scenario);
  const mark = firstMark(world, commandsAfter(scenario.commands, world.now));
  const kept = keepFirst({ index: 0, world, events: mark.events, story: mark.story });
  return { scenario, marks: [mark], told: [], kept, stretches: [] };
}

/** A run that shares the frames up to an index and goes on with other commands. */
export function forkRun(run: Run, index: number, commands: readonly StampedCommand[]): Run {
  return {
    scenario: { ...run.scenario, commands },
    marks: run.marks.slice(0, index + 1),
    told: run.told.filter((moment) => moment.index <= index),
    kept: keepUpTo(run.kept, frameOf(run, index)),
    stretches: [],
  };
}

/** Computes one more frame. Throws what the simulation throws; the run is then as it was. */
export function growRun(run: Run): void {
  const before = markOf(run, run.marks.length - 1);
  const { world } = frameOf(run, before.index);
  const pending = commandsAfter(run.scenario.commands, before.tick);
  const stepped = step(world, pending);
  const mark = markAfter(before, world.flights, pending, stepped);
  const { index, story, events } = mark;
  keepNext(run.kept, { index, world: stepped.world, events, story });
  run.marks.push(mark);
  if (mark.told) run.told.push(mark.told);
}

/** Whether a run stands still at a frame: the cluster has settled and no command is to come. */
export function rests(run: Run, { index, mayRest }: Mark): boolean {
  return mayRest && isSettled(frameOf(run, index).world);
}

/** What is remembered of a frame. Throws when the index is beyond the end. */
export function markOf(run: Run, index: number): Mark {
  const mark = run.marks[index];
  if (mark === undefined) throw new RangeError(`There is no frame ${index} yet.`);
  return mark;
}

/** A frame, computed again if it has been let go. Throws when the index is beyond the end. */
export function frameOf(run: Run, index: number): Frame {
  const kept = nearestKept(run.kept, index);
  if (kept.index === index) return kept;
  const stretch = stretchFrom(run, kept);
  let last = stretch.at(-1) ?? kept;
  while (last.index < index) {
    last = computeAgain(run, last);
    stretch.push(last);
  }
  return stretch[index - kept.index] ?? last;
}

function worldAtStart({ settings, seed, commands, startsAt }: Scenario) {
  let world = createWorld(settings, seed);
  for (;;) {
    const pending = commandsAfter(commands, world.now);
    const next = Math.min(nextDueAt(world), pending[0]?.at ?? Infinity);
    if (next > startsAt) return world;
    world = step(world, pending).world;
  }
}

function stretchFrom(run: Run, kept: Frame): Frame[] {
  const found = run.stretches.findIndex((stretch) => stretch[0]?.index === kept.index);
  const [stretch = [kept]] = found < 0 ? [] : run.stretches.splice(found, 1);
  run.stretches.unshift(stretch);
  run.stretches.length = Math.min(run.stretches.length, STRETCHES_MAX);
  return stretch;
}

function computeAgain(run: Run, frame: Frame): Frame {
  const { index, tick, events, story } = markOf(run, frame.index + 1);
  const { world } = step(frame.world, commandsAfter(run.scenario.commands, frame.world.now));
  if (world.now !== tick) {
    throw new Error(`Frame ${index} was at tick ${tick} and comes out at ${world.now} again.`);
  }
  return { index, world, events, story };
}
