import type { Command } from '../sim/command';
import type { Tick } from '../sim/ids';
import { hasFields } from '../sim/isLike';
import type { World } from '../sim/world';
import { frame, happeningsUntil, type Recording } from '../timeline/recording';
import type { Facts } from './facts';
import type { Deed, Offer, SpokenLesson, Step } from './lesson';

/** How far a learner is in a lesson. Plain data about the person, not about the cluster. */
export interface LessonRun {
  readonly lesson: SpokenLesson;
  /** Index of the step; the number of steps when the goals are what is left. */
  readonly step: number;
  /** Cluster time at which the step began. */
  readonly enteredAt: Tick;
  /** When the offers of the step were taken, in their order. */
  readonly taken: readonly Tick[];
  /** The step is over: its condition has been met. Once met it stays so. */
  readonly isOver: boolean;
  /** Key of what is picked and not locked yet. */
  readonly picked: string | null;
  /** By the id of the step. */
  readonly answers: { readonly [step in string]?: Answer };
  /** Ids of the goals that were reached. */
  readonly reached: readonly string[];
}

/** What was predicted: null when the learner would rather watch. */
export interface Answer {
  readonly picked: string | null;
  /** Null until the step is over, and for those who did not predict. */
  readonly isRight: boolean | null;
  /** Somebody else's, who made the link that led here. */
  readonly isGiven?: boolean;
}

/** How far somebody else was in a step. */
interface Given extends Pick<
  LessonRun,
  'step' | 'enteredAt' | 'taken' | 'isOver' | 'picked' | 'reached'
> {
  readonly answer: Answer | null;
}

/** A lesson at its beginning. */
export function beginLesson(lesson: SpokenLesson, at: Tick): LessonRun {
  const nothing = { taken: [], picked: null, answers: {}, reached: [] };
  return { lesson, step: 0, enteredAt: at, isOver: isRead(lesson.steps[0]), ...nothing };
}

/** A lesson in a step as somebody else left it, without what this lesson does not have. */
export function resumed(lesson: SpokenLesson, { answer, ...given }: Given): LessonRun {
  const step = lesson.steps[given.step];
  const has = (picked: string | null) =>
    picked === null || step?.predict?.choices.some(({ key }) => key === picked);
  const isAnswered = step?.predict && answer && has(answer.picked);
  return {
    ...given,
    lesson,
    picked: has(given.picked) ? given.picked : null,
    answers: isAnswered ? { [step.id]: { ...answer, isGiven: true } } : {},
    reached: lesson.goals.map(({ id }) => id).filter((id) => given.reached.includes(id)),
  };
}

/** The step that the learner is in; null at the goals. */
export function stepOf({ lesson, step }: LessonRun): Step | null {
  return lesson.steps[step] ?? null;
}

/** Whether the step waits for a prediction. Until then nothing goes on. */
export function isAsking(run: LessonRun): boolean {
  const step = stepOf(run);
  return step?.predict !== undefined && run.answers[step.id] === undefined;
}

/** What a lesson may look at in a frame. */
export function factsAt(run: LessonRun, recording: Recording, frameIndex: number): Facts {
  const { world } = frame(recording, frameIndex);
  const happenings = happeningsUntil(recording, frameIndex);
  const before = happenings.findLastIndex(({ tick }) => tick <= run.enteredAt);
  // Most predicates look at one of them or at none.
  return {
    world,
    get events() {
      return happenings.map(({ event }) => event);
    },
    get since() {
      return happenings.slice(before + 1).map(({ event }) => event);
    },
  };
}

/** The run after a moment was seen: its step may be over by it, and goals reached. */
export function seen(run: LessonRun, facts: Facts): LessonRun {
  const goals = run.step < run.lesson.steps.length ? [] : run.lesson.goals;
  const next = goals.find(({ id, reached }) => !run.reached.includes(id) && reached(facts));
  if (next) return seen({ ...run, reached: [...run.reached, next.id] }, facts);
  const step = stepOf(run);
  if (run.isOver || step === null || isAsking(run) || !step.until?.(facts)) return run;
  return { ...run, isOver: true, answers: judged(run, step, facts) };
}

/** The answer that is locked in: what is picked, or that the learner would rather watch. */
export function locked(run: LessonRun, picked: string | null): LessonRun {
  const step = stepOf(run);
  if (step === null || !isAsking(run)) return run;
  const answers = { ...run.answers, [step.id]: { picked, isRight: null } };
  return { ...run, picked: null, answers };
}

/** The next step, or the goals behind the last one. */
export function nextStep(run: LessonRun, at: Tick): LessonRun {
  if (!run.isOver) return run;
  return begun({ ...run, step: run.step + 1, enteredAt: at });
}

/** The run with nothing done in its present step. */
export function begun(run: LessonRun): LessonRun {
  return { ...run, isOver: isRead(run.lesson.steps[run.step]), picked: null, taken: [] };
}

/** What the step offers next, and the how manieth of its offers it is; null when all are taken. */
export function nextOffer(
  run: LessonRun,
  world: World,
): { readonly nth: number; readonly command: Command } | null {
  const nth = takenUntil(run, world).length;
  const deed = stepOf(run)?.offers?.[nth];
  return deed ? { nth, command: commandOf(offerOf(deed), world) } : null;
}

/** The run after a command was given in a world: an offer may be taken by it. */
export function afterDeed(run: LessonRun, command: Command, world: World): LessonRun {
  const next = nextOffer(run, world);
  if (next === null || !hasFields(command, next.command)) return run;
  return { ...run, taken: [...takenUntil(run, world), world.now] };
}

/** Whether a command was taken in this step already, as it was offered. */
export function isTaken(run: LessonRun, command: Command, world: World): boolean {
  const { length } = takenUntil(run, world);
  const taken = stepOf(run)?.offers?.slice(0, length) ?? [];
  return taken.some((deed) => hasFields(command, commandOf(offerOf(deed), world)));
}

/** What a deed does, whenever that is. */
export function offerOf(deed: Deed): Offer {
  return 'when' in deed ? deed.offer : deed;
}

/** The command that an offer stands for in a world. */
export function commandOf(offer: Offer, world: World): Command {
  return typeof offer === 'function' ? offer(world) : offer;
}

/** Whether the step that the learner is in lets a command be given. */
export function isAllowed(run: LessonRun, command: Command, world: World): boolean {
  const step = stepOf(run);
  // What the words say of the end of a step stays true until the learner goes on.
  if (isAsking(run) || (step !== null && run.isOver)) return false;
  const patterns = step === null ? run.lesson.allowAtEnd : (step.allow ?? []);
  const next = nextOffer(run, world);
  const isOffered = next !== null && hasFields(command, next.command);
  return isOffered || patterns.some((pattern) => hasFields(command, pattern));
}

// What was done later is not done yet at an earlier moment.
function takenUntil({ taken }: LessonRun, { now }: World): readonly Tick[] {
  return taken.filter((at) => at <= now);
}

function judged({ answers }: LessonRun, { id, predict }: Step, facts: Facts) {
  const answer = answers[id];
  if (!predict || !answer || answer.picked === null) return answers;
  const isRight = predict.right(facts).includes(answer.picked);
  return { ...answers, [id]: { ...answer, isRight } };
}

/** A step without a condition is over when it has been read. */
function isRead(step: Step | undefined): boolean {
  return step !== undefined && step.until === undefined;
}
