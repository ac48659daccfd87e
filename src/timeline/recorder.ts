import type { Command } from '../sim/command';
import { commandWords } from '../sim/commandWords';
import { keepKeyframesOnly } from './keepFrames';
import type { Mark, ToldMoment } from './mark';
import {
  type Branch,
  clusterTimeAt,
  endOf,
  lastMark,
  type Line,
  markBehind,
  type Recording,
  recordingOf,
} from './recording';
import { markOf, type Run } from './run';
import { forkRun, growRun, startRun, wakeRun } from './runner';
import type { Scenario } from './scenario';

/** Frames that one search for the next told moment may compute. */
const SEARCH_FRAMES_MAX = 20_000;

/**
 * The recording of a scenario: its prologue has run, the first frame stands at story second 0.
 * Throws what the simulation throws.
 */
export function record(scenario: Scenario): Recording {
  return recordingOf(startRun(scenario));
}

/** The recording of a run that has been computed already; shows so many of its frames. */
export function recordedUpTo(run: Run, frames: number): Recording {
  const recording = recordingOf(run);
  return withLine(recording, lineOf(recording.line.branch, run, frames));
}

/** A still recording, made able to go on: it shows the same. Any other is returned as it is. */
export function wake(recording: Recording): Recording {
  const { line } = recording;
  if (line.run.step !== null) return recording;
  return withLine(recording, { ...line, run: wakeRun(line.run) });
}

/**
 * Simulates on until a story second is recorded, or until the cluster is at rest. Returns the
 * recording itself when there is nothing to do. Throws what the simulation throws.
 */
export function extend(
  recording: Recording,
  untilStory: number,
  { throughRest = false }: { readonly throughRest?: boolean } = {},
): Recording {
  return extendWhile(recording, (end) => end.story < untilStory && (throughRest || !end.rests));
}

/**
 * Simulates on until something is told after a story second, or until the cluster is at rest; at
 * most some thousands of frames. Throws what the simulation throws.
 */
export function extendToNextTold(recording: Recording, story: number): Recording {
  const { told, frameCount } = recording.line;
  const latest = told.at(-1);
  if (latest !== undefined && latest.story > story) return recording;
  const bound = frameCount + SEARCH_FRAMES_MAX;
  return extendWhile(
    recording,
    (end) => !(end.told && end.story > story) && !end.rests && end.index < bound,
  );
}

/**
 * Obeys a command right after a moment: in the next whole tick. Where a later past was shown or
 * planned already, this opens a branch and keeps the old one. Throws what the simulation throws.
 *
 * @param shownUntil story second up to which the branch has been looked at; what was computed
 *   beyond it is no past
 */
export function act(
  recording: Recording,
  story: number,
  command: Command,
  shownUntil: number = Infinity,
): Recording {
  const { branch, run } = recording.line;
  const from = lastMark(recording, (mark) => mark.story <= story);
  const next = markBehind(recording, from);
  const nextTick = Math.floor(clusterTimeAt(recording, story)) + 1;
  const at = next === null ? nextTick : Math.min(nextTick, next.tick);
  const wasShown = next !== null && next.story <= shownUntil;
  const { commands } = run.scenario;
  // What was ordered for the same tick and has not been seen yet belongs to the same moment.
  const earlier = commands.filter((each) => each.at < at || (each.at === at && !wasShown));
  const forked = forkRun(run, from.index, [...earlier, { at, command }]);
  while (endOfRun(forked).tick < at) growRun(forked);
  const isPast = wasShown || commands.some((each) => each.at > at);
  if (!isPast) return withLine(recording, lineOf(branch, forked));
  const id = recording.lines.length + 1;
  keepKeyframesOnly(run.kept);
  const name = `branch ${id}: ${commandWords(command)} at ${(at / 1_000).toFixed(3)} s`;
  const opened = { id, name, parent: branch.id, forkedAt: at };
  return withLine(recording, lineOf(opened, forked));
}

/** Shows another branch. Throws when there is none of this id. */
export function switchBranch(recording: Recording, id: number): Recording {
  const line = recording.lines[id - 1];
  if (line === undefined) throw new RangeError(`There is no branch ${id}.`);
  if (line === recording.line) return recording;
  keepKeyframesOnly(recording.line.run.kept);
  return { ...recording, line };
}

function extendWhile(recording: Recording, goesOn: (end: Mark) => boolean): Recording {
  const { line } = recording;
  const { run } = line;
  let end = endOf(line);
  while (goesOn(end)) {
    if (end.index + 1 === run.marks.length) growRun(run);
    end = markOf(run, end.index + 1);
  }
  if (end.index + 1 === line.frameCount) return recording;
  return withLine(recording, lineOf(line.branch, run, end.index + 1, line.told));
}

function lineOf(
  branch: Branch,
  run: Run,
  frameCount = run.marks.length,
  told: readonly ToldMoment[] = [],
): Line {
  const count = run.told.findLastIndex((moment) => moment.index < frameCount) + 1;
  return { branch, run, frameCount, told: count === told.length ? told : run.told.slice(0, count) };
}

function withLine(recording: Recording, line: Line): Recording {
  const lines = [...recording.lines];
  lines[line.branch.id - 1] = line;
  return { lines, line };
}

function endOfRun(run: Run): Mark {
  return markOf(run, run.marks.length - 1);
}
