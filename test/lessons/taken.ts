import { type Drive, driveFrom, driveOn, driveStep } from '../../src/lessons/drive';
import type { SpokenLesson, Step } from '../../src/lessons/lesson';
import { factsAt, stepOf } from '../../src/lessons/lessonRun';
import { frameIndexAt } from '../../src/timeline/recording';

/** What a learner answers to each question. */
export type Policy = (step: Step) => string | null;

/** A step as it was taken: the moment at which it began, and that at which it was over. */
export interface TakenStep {
  readonly step: Step;
  readonly start: Drive;
  readonly end: Drive;
}

/** Every step of a lesson, taken by a policy. */
export function taken(lesson: SpokenLesson, policy: Policy): readonly TakenStep[] {
  const steps: TakenStep[] = [];
  let drive = driveFrom(lesson);
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
