import type { Tick } from '../sim/ids';
import { countWhile } from './countWhile';
import type { Frame } from './frame';
import type { Happening, Mark, ToldMoment } from './mark';
import { clusterTimeBetween, storyBetween } from './pace';
import { frameOf, markOf, type Run, stillRun } from './run';
import type { Scenario } from './scenario';
import type { Still } from './still';

/** One line of history. Acting in the past opens another. */
export interface Branch {
  /** From 1. */
  readonly id: number;
  /** What was done in it, and when: `branch 2: crash broker 1 at 0.812 s`. */
  readonly name: string;
  /** The branch that it left; null for the first. */
  readonly parent: number | null;
  /** Tick of the command by which it differs from its parent. */
  readonly forkedAt: Tick;
}

/** A branch as far as this recording shows it: the run behind it may have been computed further. */
export interface Line {
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
 * The recording of a scenario that is at rest in its first frame, without running it: the engine
 * may come later.
 */
export function stillRecording(still: Still): Recording {
  return recordingOf(stillRun(still));
}

/** A recording of one branch that shows the first frame of a run. */
export function recordingOf(run: Run): Recording {
  const { startsAt } = run.scenario;
  const branch = {
    id: 1,
    name: 'branch 1: as it was played first',
    parent: null,
    forkedAt: startsAt,
  };
  const line = { branch, run, frameCount: 1, told: [] };
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
  return endOf(recording.line).rests;
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
  const { happenings } = recording.line.run;
  const end = happeningCount(recording, frameIndexAt(recording, story));
  let first = end;
  while (first > 0 && (happenings[first - 1]?.story ?? 0) > story - windowSeconds) first -= 1;
  return happenings.slice(first, end);
}

/** Every event up to a frame, in the order in which they happened; the frame is included. */
export function happeningsUntil(recording: Recording, frameIndex: number): readonly Happening[] {
  return recording.line.run.happenings.slice(0, happeningCount(recording, frameIndex));
}

/** How many events there are up to a frame; the frame is included. */
function happeningCount({ line }: Recording, frameIndex: number): number {
  return countWhile(line.run.happenings, ({ index }) => index <= frameIndex);
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

/** The mark of the last frame of a line. */
export function endOf(line: Line): Mark {
  return markOf(line.run, line.frameCount - 1);
}

/** The mark of the frame after another; null when that is the last. */
export function markBehind(recording: Recording, mark: Mark): Mark | null {
  const { run, frameCount } = recording.line;
  return mark.index + 1 < frameCount ? markOf(run, mark.index + 1) : null;
}

/** The last mark of which something holds that holds of all marks before it, or else the first. */
export function lastMark(recording: Recording, holds: (mark: Mark) => boolean): Mark {
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
