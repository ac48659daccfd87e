import type { StoreApi } from 'zustand/vanilla';
import type { LessonRules } from '../lessons/lesson';
import type { LessonRun } from '../lessons/lessonRun';
import type { Command } from '../sim/command';
import { refuse, type Refusal } from '../sim/refusal/refuse';
import { clusterTimeAt, currentBranch, frame, storyAt } from '../timeline/recording';
import type { Turns } from './engineTurns';
import { sought, startPlayback } from './playback';
import { worldOf } from './selectors';
import type { Actions, HighwaterState, LessonState, Playback } from './state';

/** A picture without a lesson. */
export const NO_LESSON: LessonState = { lesson: null, lessonBranch: 1 };

type LessonAction =
  | 'openLesson'
  | 'leaveLesson'
  | 'pickChoice'
  | 'lockPrediction'
  | 'goOnInLesson'
  | 'beginStepAgain';

/** What is done in a lesson besides what is done to the cluster. */
export function lessonActions(
  set: StoreApi<HighwaterState>['setState'],
  get: StoreApi<HighwaterState>['getState'],
  { inTurn }: Turns,
): Pick<Actions, LessonAction> {
  const goOn = (next: (run: LessonRun, rules: LessonRules) => LessonRun): void => {
    const { lesson } = get();
    if (lesson) set({ lesson: next(lesson, lesson.lesson.rules) });
  };
  const here = () => Math.floor(clusterTimeAt(get().recording, get().playhead));
  return {
    openLesson: (lesson, drive) => {
      get().openScene(lesson.scene);
      inTurn(() => {
        if (get().failure) return;
        if (drive) set(sought(startPlayback(drive.recording), drive.story));
        set({
          lesson: drive?.run ?? lesson.rules.beginLesson(lesson, here()),
          lessonBranch: currentBranch(get().recording).id,
          panel: 'lesson',
        });
      });
    },
    leaveLesson: () => {
      get().backToOwnRun();
    },
    pickChoice: (picked) => goOn((run, { isAsking }) => (isAsking(run) ? { ...run, picked } : run)),
    lockPrediction: (picked) => {
      goOn((run, { locked }) => locked(run, picked));
      // What was asked may be to be seen at this very moment.
      set((state) => ({ lesson: lessonSeenIn(state) }));
    },
    goOnInLesson: () => {
      goOn((run, { nextStep }) => nextStep(run, here()));
      const state = get();
      set({ lessonBranch: currentBranch(state.recording).id, lesson: lessonSeenIn(state) });
    },
    beginStepAgain: () => {
      const { lesson, lessonBranch, switchBranch } = get();
      if (!lesson) return;
      const { begun, stepOf } = lesson.lesson.rules;
      switchBranch(lessonBranch);
      const state = get();
      const story = storyAt(state.recording, lesson.enteredAt);
      const id = stepOf(lesson)?.id ?? '';
      const answers = { ...lesson.answers, [id]: undefined };
      set({ ...sought(state, story), lesson: { ...begun(lesson), answers } });
    },
  };
}

/** Why the lesson does not let a command be given in its present step; null when it does. */
export function lessonRefusal(state: HighwaterState, command: Command): Refusal | null {
  const { lesson } = state;
  const world = worldOf(state);
  if (lesson === null) return null;
  const { ui, rules } = lesson.lesson;
  const { isAllowed, isAsking, isTaken, stepOf } = rules;
  if (isAllowed(lesson, command, world)) return null;
  if (isAsking(lesson)) return refuse(ui.asksFirst);
  if (lesson.isOver && stepOf(lesson) !== null) return refuse(ui.isOver);
  return refuse(isTaken(lesson, command, world) ? ui.isDone : ui.notNow);
}

/** What a command that is about to be obeyed does to the lesson. */
export function lessonWith(state: HighwaterState, command: Command): Pick<LessonState, 'lesson'> {
  const { lesson } = state;
  return { lesson: lesson && lesson.lesson.rules.afterDeed(lesson, command, worldOf(state)) };
}

/**
 * What a change of the moment shown does to the lesson. Where it is told to stop, playing stops at
 * the first frame by which the step is over: the words of the lesson are about that one.
 */
export function lessonAfter(
  before: HighwaterState,
  after: Playback,
  stops: boolean,
): Partial<HighwaterState> {
  if (before.lesson === null) return after;
  const first = before.frameIndex + 1;
  const isOnward = before.recording.line.run === after.recording.line.run;
  let lesson = before.lesson;
  const { factsAt, seen } = lesson.lesson.rules;
  for (let index = isOnward ? first : after.frameIndex; index <= after.frameIndex; index += 1) {
    const run = seen(lesson, factsAt(lesson, after.recording, index));
    const isOver = run.isOver && !lesson.isOver;
    lesson = run;
    if (isOver && stops) {
      return { ...sought(after, frame(after.recording, index).story), lesson };
    }
  }
  return { ...after, lesson };
}

/**
 * Whether going on is the lesson's to decide: it waits for an answer, and time with it; or its
 * step is over, and the next one begins; or the step begins with a deed, and that is done.
 */
export function lessonTakesStep(state: HighwaterState): boolean {
  const { lesson } = state;
  if (lesson === null) return false;
  const { isAsking, nextOffer, stepOf } = lesson.lesson.rules;
  if (stepOf(lesson) === null) return false;
  if (isAsking(lesson)) return true;
  if (lesson.isOver) state.goOnInLesson();
  const first = lesson.isOver ? null : nextOffer(lesson, worldOf(state));
  return lesson.isOver || (first?.nth === 0 && state.act(first.command) === null);
}

function lessonSeenIn({ lesson, recording, frameIndex }: HighwaterState): LessonRun | null {
  if (lesson === null) return null;
  const { factsAt, seen } = lesson.lesson.rules;
  return seen(lesson, factsAt(lesson, recording, frameIndex));
}
