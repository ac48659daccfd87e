import { array, assert, nat, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { driveFrom, driveOn, driveStep, driveToGoal, obey, playOn } from '../../src/lessons/drive';
import { isAllowed, locked, nextOffer, stepOf } from '../../src/lessons/lessonRun';
import { LESSON_IDS, loadLesson, loadWords } from '../../src/lessons/loadLesson';
import type { SpokenLesson, Step } from '../../src/lessons/lesson';
import { deedsLike } from './deeds';
import { factsOf, taken, type TakenStep } from './taken';
import { effort } from '../properties/effort';

const words = await loadWords();
const lessons = await Promise.all(LESSON_IDS.map(loadLesson));

const rightIn = (step: Step, lesson: SpokenLesson) => {
  const end = taken(lesson, () => null).find((each) => each.step.id === step.id)?.end;
  return end ? (step.predict?.right(factsOf(end)) ?? []) : [];
};

describe.each(lessons.map((lesson) => [lesson.id, lesson] as const))('lesson %s', (id, lesson) => {
  const said = words.lessons[id];

  it('is finished by what it offers, whatever is predicted, and the outcome is told', () => {
    const asking = lesson.steps.filter(({ predict }) => predict !== undefined);
    expect(asking.length).toBeGreaterThan(0);
    for (const step of asking) {
      const right = rightIn(step, lesson);
      const keys = step.predict?.choices.map(({ key }) => key) ?? [];
      expect(keys).toEqual(expect.arrayContaining([...right]));
      expect(right.length).toBeGreaterThan(0);
      expect(right.length).toBeLessThan(keys.length);
      for (const key of keys) {
        const end = taken(lesson, (each) => (each.id === step.id ? key : null)).find(
          (each) => each.step.id === step.id,
        )?.end;
        expect(end?.run.answers[step.id]?.isRight).toBe(right.includes(key));
      }
      const told = said?.steps[step.id];
      expect(told?.right && told.wrong && told.ending).toBeTruthy();
    }
  });

  it('strands nobody, and stays true, whatever is done that it allows', () => {
    const right = new Map(lesson.steps.map((step) => [step.id, rightIn(step, lesson)]));
    assert(
      property(array(nat(), { minLength: 1, maxLength: 40 }), (wishes) => {
        for (const { step, start, end } of wander(lesson, wishes)) {
          for (const { says, at, holds } of step.claims)
            expect(holds(factsOf(at === 'start' ? start : end)), `${step.id}: ${says}`).toBe(true);
          const judged = new Set(step.predict?.right(factsOf(end)));
          expect([step.id, judged]).toEqual([step.id, new Set(right.get(step.id))]);
        }
      }),
      effort(25, 250),
    );
  });

  it('claims only what is so, in words that it says', () => {
    for (const { step, start, end } of taken(lesson, () => null)) {
      const told = said?.steps[step.id];
      for (const { says, at, holds } of step.claims) {
        const text = at === 'start' ? `${told?.say} ${told?.hint}` : (told?.ending ?? '');
        expect(plain(text), `${step.id} says`).toContain(says);
        expect(holds(factsOf(at === 'start' ? start : end)), `${step.id}: ${says}`).toBe(true);
      }
    }
  });

  it('reaches its goals one after the other by the ways that are written down', () => {
    const last = taken(lesson, () => null).at(-1);
    if (!last) throw new Error('It has no steps.');
    let drive = driveOn(last.end);
    expect(drive.run.reached).toEqual([]);
    for (const goal of lesson.goals) drive = driveToGoal(drive, goal.id);
    expect(drive.run.reached.toSorted()).toEqual(lesson.goals.map((goal) => goal.id).toSorted());
  });

  it('has a word for all that it shows, and no word for what it does not', () => {
    expect(Object.keys(said?.steps ?? {})).toEqual(lesson.steps.map((step) => step.id));
    expect(Object.keys(said?.goals ?? {})).toEqual(lesson.goals.map((goal) => goal.id));
    for (const step of lesson.steps) {
      const told = said?.steps[step.id];
      expect(told?.buttons ?? []).toHaveLength(step.offers?.length ?? 0);
      expect(Object.keys(told?.choices ?? {})).toEqual(
        step.predict?.choices.map(({ key }) => key) ?? [],
      );
    }
    for (const term of lesson.terms) expect(words.terms).toHaveProperty(term);
    for (const truth of lesson.truths) expect(words.truths).toHaveProperty(`${truth}`);
  });
});

/** Takes a lesson by doing, in every step, some of what is allowed before what is offered. */
function wander(lesson: SpokenLesson, wishes: readonly number[]): readonly TakenStep[] {
  const steps: TakenStep[] = [];
  let drive = driveFrom(lesson);
  let nth = 0;
  const wish = () => wishes[nth++ % wishes.length] ?? 0;
  for (let step = stepOf(drive.run); step !== null; step = stepOf(drive.run)) {
    const start = drive;
    const keys = step.predict?.choices.map(({ key }) => key) ?? [];
    drive = { ...drive, run: locked(drive.run, keys[wish() % (keys.length + 1)] ?? null) };
    for (let deed = wish() % 4; deed > 0; deed -= 1) {
      const { world } = factsOf(drive);
      const next = nextOffer(drive.run, world)?.command ?? [];
      const deeds = [next, ...deedsLike(step.allow ?? [], world)]
        .flat()
        .filter((each) => isAllowed(drive.run, each, world));
      const chosen = deeds[wish() % deeds.length];
      if (chosen) drive = obey(drive, chosen);
      // A step that begins with a deed begins with nothing else.
      if (nextOffer(drive.run, world)?.nth === 0) continue;
      drive = playOn(drive, ({ isOver }) => isOver || wish() % 40 === 0);
    }
    const end = driveStep(drive, null);
    steps.push({ step, start, end });
    drive = driveOn(end);
  }
  return steps;
}

/** Without the marks of the glossary. */
function plain(text: string): string {
  return text.replaceAll(/\[([^|\]]+)\|[^\]]+\]/g, '$1');
}
