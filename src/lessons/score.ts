import type { LessonRun } from './lessonRun';

/** What came of a prediction, the first time that it was asked for. */
type Outcome = 'right' | 'wrong' | 'watched';

/** What somebody has predicted and finished so far, by the ids of lessons and steps. */
export interface Score {
  readonly [lesson: string]: LessonScore;
}

interface LessonScore {
  /** All its goals were reached. */
  readonly isFinished: boolean;
  readonly first: { readonly [step: string]: Outcome };
}

/** The score with what a lesson being taken adds to it. First answers count. */
export function scoreAfter(score: Score, run: LessonRun): Score {
  const { id, goals } = run.lesson;
  const before = score[id] ?? { isFinished: false, first: {} };
  const isFinished = before.isFinished || run.reached.length === goals.length;
  const first = { ...outcomesOf(run), ...before.first };
  const isSame =
    isFinished === before.isFinished &&
    Object.keys(first).length === Object.keys(before.first).length;
  return isSame ? score : { ...score, [id]: { isFinished, first } };
}

/** How many first predictions were right, wrong, or left for watching. */
export function countsOf(score: Score): Readonly<Record<Outcome, number>> {
  const counts = { right: 0, wrong: 0, watched: 0 };
  for (const { first } of Object.values(score))
    for (const outcome of Object.values(first)) counts[outcome] += 1;
  return counts;
}

/** A score from text that was kept; an empty one where the text is none. */
export function parseScore(text: string | null): Score {
  try {
    const kept: unknown = JSON.parse(text ?? '{}');
    return isScore(kept) ? kept : {};
  } catch {
    return {};
  }
}

function outcomesOf({ answers }: LessonRun): LessonScore['first'] {
  const outcomes: { [step: string]: Outcome } = {};
  for (const [step, answer] of Object.entries(answers)) {
    if (answer?.isGiven) continue;
    if (answer?.picked === null) outcomes[step] = 'watched';
    else if (typeof answer?.isRight === 'boolean')
      outcomes[step] = answer.isRight ? 'right' : 'wrong';
  }
  return outcomes;
}

function isScore(kept: unknown): kept is Score {
  return isTable(kept) && Object.values(kept).every(isLessonScore);
}

function isLessonScore(kept: unknown): kept is LessonScore {
  if (!isTable(kept) || typeof kept['isFinished'] !== 'boolean') return false;
  const { first } = kept;
  return isTable(first) && Object.values(first).every(isOutcome);
}

function isOutcome(kept: unknown): kept is Outcome {
  return kept === 'right' || kept === 'wrong' || kept === 'watched';
}

function isTable(kept: unknown): kept is Readonly<Record<string, unknown>> {
  return typeof kept === 'object' && kept !== null && !Array.isArray(kept);
}
