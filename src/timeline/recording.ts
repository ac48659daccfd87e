import type { Command } from '../sim/command';
import type { Tick } from '../sim/ids';
import type { Frame } from './frame';
import { keepKeyframesOnly } from './keptFrames';
import type { Happening, Mark, ToldMoment } from './mark';
import { clusterTimeBetween, storyBetween } from './pace';
import { forkRun, frameOf, growRun, markOf, rests, type Run, startRun } from './run';
import type { Scenario } from './scenario';

/** Frames that one search for the next told moment may compute. */
const SEARCH_FRAMES_MAX = 20_000;

/** One line of history. Acting in the past opens another. */
export interface Branch {
  /** From 1. */
  readonly id: number;
  readonly name: string;
  /** The branch that it left; null for the first. */
  readonly parent: number | null;
  /** Tick of the command by which it differs from its parent. */
  readonly forkedAt: Tick;
}

/** A branch as far as this recording shows it: the run behind it may have been computed further. */
interface Line {
  readonly branch: Branch;
  readonly run: Run;
  readonly frameCount: number;
  readonly told: readonly ToldMoment[];
}

/** All that was recorded of a cluster. Never changes: whatever records more returns another. */
export interface Recording {
  /** By branch id, from 1. */
  readonly lines: readonly Line[];
  /** The line that is shown. */
  readonly line: Line;
}

/**
 * The recording of a scenario: its prologue has run, the first frame stands at story second 0.
 * Throws what the simulation throws.
 */
export function record(scenario: Scenario): Recording {
  const branch = { id: 1, name: 'branch 1', parent: null, forkedAt: scenario.startsAt };
  const line = { branch, run: startRun(scenario), frameCount: 1, told: [] };
  return { lines: [line], line };
}

/** How many frames there are; their indexes begin at 0. */
export function frameCount(recording: Recording): number {
  return recording.line.frameCount;
}

/** A frame by its index. Throws when there is none. */
export function frame(recording: Recording, index: number): Frame {
  if (index >= recording.line.frameCount) throw new RangeError(`There is no frame ${index} yet.`);
  return frameOf(recording.line.run, index);
}

/** The frame that is shown at a story second: the last that begins at or before it. */
export function frameAt(recording: Recording, story: number): Frame {
  return frameOf(recording.line.run, frameIndexAt(recording, story));
}

/** Index of the frame that is shown at a story second. */
export function frameIndexAt(recording: Recording, story: number): number {
  return lastMark(recording, (mark) => mark.story <= story).index;
}

/** Story second at which the last frame begins. */
export function lastStory(recording: Recording): number {
  return endOf(recording.line).story;
}

/** Whether the recording ends in a settled cluster for which no command is to come. */
export function isAtRest(recording: Recording): boolean {
  return rests(recording.line.run, endOf(recording.line));
}

/** Cluster time at a story second, in fractional ticks; at most the tick of the last frame. */
export function clusterTimeAt(recording: Recording, story: number): number {
  const from = lastMark(recording, (mark) => mark.story <= story);
  const to = markBehind(recording, from);
  return to === null ? from.tick : clusterTimeBetween(from, to, Math.max(story, 0));
}

/** Story second of a moment of cluster time: the inverse of `clusterTimeAt`. */
export function storyAt(recording: Recording, tick: number): number {
  const from = lastMark(recording, (mark) => mark.tick <= tick);
  const to = markBehind(recording, from);
  return to === null ? from.story : storyBetween(from, to, Math.max(tick, from.tick));
}

/** Every frame in which something is told, in order. The same array while nothing is added. */
export function toldMoments(recording: Recording): readonly ToldMoment[] {
  return recording.line.told;
}

/** What happened in the story seconds up to a moment, oldest first; the moment is included. */
export function recentEvents(
  recording: Recording,
  story: number,
  windowSeconds: number,
): readonly Happening[] {
  const { run } = recording.line;
  const last = frameIndexAt(recording, story);
  let first = last + 1;
  while (first > 0 && markOf(run, first - 1).story > story - windowSeconds) first -= 1;
  return run.marks.slice(first, last + 1).flatMap((mark) => mark.happenings);
}

/** The run of the shown branch as a value: what is saved and shared. */
export function scenarioOf(recording: Recording): Scenario {
  return recording.line.run.scenario;
}

/** All branches, in the order in which they were opened. */
export function branchesOf(recording: Recording): readonly Branch[] {
  return recording.lines.map(({ branch }) => branch);
}

/** The branch that is shown. */
export function currentBranch(recording: Recording): Branch {
  return recording.line.branch;
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
  const { run } = recording.line;
  return extendWhile(
    recording,
    (end) => end.story < untilStory && (throughRest || !rests(run, end)),
  );
}

/**
 * Simulates on until something is told after a story second, or until the cluster is at rest; at
 * most some thousands of frames. Throws what the simulation throws.
 */
export function extendToNextTold(recording: Recording, story: number): Recording {
  const { run, told, frameCount } = recording.line;
  const latest = told.at(-1);
  if (latest !== undefined && latest.story > story) return recording;
  const bound = frameCount + SEARCH_FRAMES_MAX;
  return extendWhile(
    recording,
    (end) => !(end.told && end.story > story) && !rests(run, end) && end.index < bound,
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
  const opened = { id, name: `branch ${id}`, parent: branch.id, forkedAt: at };
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

function endOf(line: Line): Mark {
  return markOf(line.run, line.frameCount - 1);
}

function endOfRun(run: Run): Mark {
  return markOf(run, run.marks.length - 1);
}

function markBehind(recording: Recording, mark: Mark): Mark | null {
  const { run, frameCount } = recording.line;
  return mark.index + 1 < frameCount ? markOf(run, mark.index + 1) : null;
}

/** The last mark of which something holds that holds of all marks before it, or else the first. */
function lastMark(recording: Recording, holds: (mark: Mark) => boolean): Mark {
  const { run, frameCount } = recording.line;
  let low = 0;
  let high = frameCount - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (holds(markOf(run, middle))) low = middle;
    else high = middle - 1;
  }
  return markOf(run, low);
}
