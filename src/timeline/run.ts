import type { step } from '../sim/step';
import type { World } from '../sim/world';
import { commandsAfter } from './commands';
import type { Frame } from './frame';
import { type KeptFrames, keepFirst, nearestKept } from './keptFrames';
import { firstMark, type Happening, type Mark, type ToldMoment } from './mark';
import type { Scenario } from './scenario';
import type { Still } from './still';

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
  /** Every event, in the order in which they happened. */
  readonly happenings: Happening[];
  readonly kept: KeptFrames;
  /** Frames computed again, from one kept frame on; the last used first. */
  readonly stretches: Frame[][];
  /** Computes again what has been let go; null in a still run, which has nothing to let go. */
  readonly step: typeof step | null;
}

/** The run of a scenario that is at rest in its first frame, made without running anything. */
export function stillRun({ scenario, world }: Still): Run {
  return runFrom(scenario, world, { rests: true, step: null });
}

/** A run of which the first told frame is there. */
export function runFrom(
  scenario: Scenario,
  world: World,
  { rests, step }: { readonly rests: boolean; readonly step: Run['step'] },
): Run {
  const mark = firstMark(world.now, rests);
  const kept = keepFirst({ index: 0, world, events: mark.events, story: mark.story });
  return { scenario, marks: [mark], told: [], happenings: [], kept, stretches: [], step };
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

function stretchFrom(run: Run, kept: Frame): Frame[] {
  const found = run.stretches.findIndex((stretch) => stretch[0]?.index === kept.index);
  const [stretch = [kept]] = found < 0 ? [] : run.stretches.splice(found, 1);
  run.stretches.unshift(stretch);
  run.stretches.length = Math.min(run.stretches.length, STRETCHES_MAX);
  return stretch;
}

function computeAgain(run: Run, frame: Frame): Frame {
  const { index, tick, events, story } = markOf(run, frame.index + 1);
  if (run.step === null) throw new Error('A still run cannot compute a frame again.');
  const { world } = run.step(frame.world, commandsAfter(run.scenario.commands, frame.world.now));
  if (world.now !== tick) {
    throw new Error(`Frame ${index} was at tick ${tick} and comes out at ${world.now} again.`);
  }
  return { index, world, events, story };
}
