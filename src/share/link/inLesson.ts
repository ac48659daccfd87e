import type { Tick } from '../../sim/ids';
import { type Fields, flag, listOf, objectOf, orNull, text, whole } from '../shape';

/** How far somebody is in a step of a lesson, besides what the run says. */
export interface InLesson {
  /** Cluster time at which the step began. */
  readonly enteredAt: Tick;
  /** When its offers were taken. */
  readonly taken: readonly Tick[];
  readonly isOver: boolean;
  /** Key of what is picked and not locked yet. */
  readonly picked: string | null;
  /** Null: not answered yet. */
  readonly answer: { readonly picked: string | null; readonly isRight: boolean | null } | null;
  /** Ids of goals. */
  readonly reached: readonly string[];
}

/** A lesson being taken, as far as a link holds it. */
export interface TakenLesson extends Omit<InLesson, 'answer'> {
  readonly lesson: { readonly steps: readonly { readonly id: string }[] };
  readonly step: number;
  /** By the id of the step. */
  readonly answers: { readonly [step in string]?: NonNullable<InLesson['answer']> };
}

const FIELDS: Fields<InLesson> = {
  enteredAt: whole(0),
  taken: listOf(whole(0)),
  isOver: flag,
  picked: orNull(text),
  answer: orNull(objectOf({ picked: orNull(text), isRight: orNull(flag) })),
  reached: listOf(text),
};

const rule = objectOf(FIELDS);

/** How far a lesson has come in its present step; null without a lesson. */
export function inLessonOf(run: TakenLesson | null): InLesson | null {
  if (run === null) return null;
  const { lesson, step, answers, enteredAt, taken, isOver, picked, reached } = run;
  const given = answers[lesson.steps[step]?.id ?? ''];
  const answer = given ? { picked: given.picked, isRight: given.isRight } : null;
  return { enteredAt, taken, isOver, picked, answer, reached };
}

/** As it stands in a link: what the fields hold, in their order. */
export function packedInLesson(inLesson: InLesson): readonly unknown[] {
  const fields = new Map<string, unknown>(Object.entries(inLesson));
  return Object.keys(FIELDS).map((name) => fields.get(name));
}

/** What was packed; null where it is none. Whether the lesson has it is asked when it is opened. */
export function unpackedInLesson(packed: unknown): InLesson | null {
  const values = Array.isArray(packed) ? packed : [];
  const fields = Object.fromEntries(Object.keys(FIELDS).map((name, nth) => [name, values[nth]]));
  return isInLesson(fields) && values.length === Object.keys(FIELDS).length ? fields : null;
}

function isInLesson(fields: unknown): fields is InLesson {
  return rule(fields, '').length === 0;
}
