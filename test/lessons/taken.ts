import { type Drive, driveOn, driveStep } from '../../src/lessons/drive';
import type { Lesson, Step } from '../../src/lessons/lesson';
import { beginLesson, factsAt, stepOf } from '../../src/lessons/lessonRun';
import { record } from '../../src/timeline/recorder';
import { frame, frameIndexAt } from '../../src/timeline/recording';

/** What a learner answers to each question. */
export type Policy = (step: Step) => string | null;

/** A step as it was taken: the moment at which it began, and that at which it was over. */
export interface TakenStep {
  readonly step: Step;
  readonly start: Drive;
  readonly end: Drive;
}

/** A lesson that has just been opened. */
export function opened(lesson: Lesson): Drive {
  const recording = record(lesson.scene.scenario);
  return { recording, story: 0, run: beginLesson(lesson, frame(recording, 0).world.now) };
}

/** Every step of a lesson, taken by a policy. */
export function taken(lesson: Lesson, policy: Policy): readonly TakenStep[] {
  const steps: TakenStep[] = [];
  let drive = opened(lesson);
  for (let step = stepOf(drive.run); step !== null; step = stepOf(drive.run)) {
    const end = driveStep(drive, policy(step));
    steps.push({ step, start: drive, end });
    drive = driveOn(end);
  }
  return steps;
}

/** What the lesson may look at, at the moment to which it was driven. */
export function factsOf({ recording, story, run }: Drive) {
  return factsAt(run, recording, frameIndexAt(recording, story));
}
