import { refusal } from '../sim/refusal';
import { act, extend, extendToNextTold, record } from '../timeline/recorder';
import {
  frame,
  frameCount,
  frameIndexAt,
  isAtRest,
  lastStory,
  type Recording,
  scenarioOf,
  toldMoments,
} from '../timeline/recording';
import type { Deed, Offer, SpokenLesson } from './lesson';
import type { Scene } from './scene';
import {
  afterDeed,
  beginLesson,
  isAllowed,
  offerOf,
  commandOf,
  factsAt,
  type LessonRun,
  locked,
  nextStep,
  seen,
  stepOf,
} from './lessonRun';

/** Story seconds that one step may take before it counts as stuck. */
const STORY_SECONDS_MAX = 400;

/** A lesson being taken by nobody: what is recorded, the moment, and how far it has come. */
export interface Drive {
  readonly recording: Recording;
  readonly story: number;
  readonly run: LessonRun;
}

/** A lesson that has just been opened. */
export function driveFrom(lesson: SpokenLesson): Drive {
  const recording = record(lesson.scene.scenario);
  return { recording, story: 0, run: beginLesson(lesson, frame(recording, 0).world.now) };
}

/**
 * A lesson as one of its steps begins, by its own way up to there, with nothing answered.
 *
 * @param step index of the step; the number of steps for the goals
 */
export function driveToStep(lesson: SpokenLesson, step: number): Drive {
  let drive = driveFrom(lesson);
  while (drive.run.step < step) drive = driveOn(driveStep(drive, null));
  return { ...drive, run: { ...drive.run, answers: {} } };
}

/** Whether a lesson is just as `driveToStep` would have it, the recording as well. */
export function isAsDriven(run: LessonRun, recording: Recording, story: number): boolean {
  const { now } = frame(recording, frameIndexAt(recording, story)).world;
  // Driving takes its time, and mostly something has been done since.
  if (run.taken.length > 0 || run.enteredAt !== now) return false;
  const driven = driveToStep(run.lesson, run.step);
  const [own, shown] = [driven, { run, recording, story }].map((drive) => [
    drive.story,
    frameCount(drive.recording),
    scenarioOf(drive.recording),
    { ...drive.run, lesson: null, answers: drive.run.answers[stepOf(run)?.id ?? ''] },
  ]);
  return JSON.stringify(own) === JSON.stringify(shown);
}

/** A scene played until so many moments of it are told, or as far as it goes; all that are told. */
export function toldTimes({ scenario }: Scene, times: number) {
  let recording = record(scenario);
  let told = toldMoments(recording);
  while (!(told.length >= times) && !isAtRest(recording)) {
    recording = extendToNextTold(recording, lastStory(recording));
    told = toldMoments(recording);
  }
  return { recording, told };
}

/**
 * Does what a step offers, in its order, until the step is over. Throws when that never comes.
 *
 * @param answer key of what is predicted, null to watch only
 */
export function driveStep(drive: Drive, answer: string | null): Drive {
  const step = stepOf(drive.run);
  if (step === null) return drive;
  const asked = { ...drive, run: locked(drive.run, answer) };
  return driveUntil(asked, step.offers ?? [], ({ isOver }) => isOver, `step ${step.id}`);
}

/** Goes on to the next step. */
export function driveOn(drive: Drive): Drive {
  const { recording, story } = drive;
  const { now } = frame(recording, frameIndexAt(recording, story)).world;
  const run = nextStep(drive.run, now);
  return look({ ...drive, run }, frameIndexAt(recording, story));
}

/** Reaches a goal by the way that is written down with it. Throws when it leads elsewhere. */
export function driveToGoal(drive: Drive, id: string): Drive {
  const goal = drive.run.lesson.goals.find((each) => each.id === id);
  if (!goal) throw new Error(`Lesson ${drive.run.lesson.id} has no goal ${id}.`);
  return driveUntil(drive, goal.way, ({ reached }) => reached.includes(id), `goal ${id}`);
}

/** Plays on until something is so or nothing more happens. */
export function playOn(
  drive: Drive,
  isEnough: (run: LessonRun, recording: Recording, frameIndex: number) => boolean,
): Drive {
  const until = drive.story + STORY_SECONDS_MAX;
  let { recording, story, run } = drive;
  let index = frameIndexAt(recording, story);
  while (!isEnough(run, recording, index)) {
    if (index + 1 >= frameCount(recording)) {
      if (isAtRest(recording) || story > until) break;
      recording = extend(recording, lastStory(recording) + 0.5);
      continue;
    }
    index += 1;
    story = frame(recording, index).story;
    run = seen(run, factsAt(run, recording, index));
  }
  return { recording, story, run };
}

function driveUntil(
  drive: Drive,
  deeds: readonly Deed[],
  isEnough: (run: LessonRun) => boolean,
  what: string,
): Drive {
  let driven = look(drive, frameIndexAt(drive.recording, drive.story));
  for (const [nth, deed] of deeds.entries()) {
    if (isEnough(driven.run)) return driven;
    const next = deeds[nth + 1];
    const isTime = next !== undefined && 'when' in next ? next.when : () => false;
    const deedAt = frame(driven.recording, frameIndexAt(driven.recording, driven.story)).world.now;
    driven = playOn(
      obey(driven, offerOf(deed)),
      (run, recording, index) =>
        isEnough(run) || isTime(factsAt({ ...run, enteredAt: deedAt }, recording, index)),
    );
  }
  const end = playOn(driven, isEnough);
  if (!isEnough(end.run)) throw new Error(`${what} of ${drive.run.lesson.id} is never over.`);
  return end;
}

/** The moment after a command, unless lesson or cluster refuses it: then nothing has happened. */
export function obey(drive: Drive, offer: Offer): Drive {
  const { world } = frame(drive.recording, frameIndexAt(drive.recording, drive.story));
  const command = commandOf(offer, world);
  if (!isAllowed(drive.run, command, world) || refusal(world, command)) return drive;
  const recording = act(drive.recording, drive.story, command, drive.story);
  return { ...drive, recording, run: afterDeed(drive.run, command, world) };
}

function look(drive: Drive, index: number): Drive {
  return { ...drive, run: seen(drive.run, factsAt(drive.run, drive.recording, index)) };
}
