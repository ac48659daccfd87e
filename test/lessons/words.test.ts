import { describe, expect, it } from 'vitest';
import { LESSON_IDS, loadLesson, loadWords } from '../../src/lessons/loadLesson';
import { MINUTES } from '../../src/lessons/minutes';
import { TAKEAWAYS } from '../../src/lessons/takeaways';
import { piecesOf } from '../../src/view/glossary/pieces';

const GRADE_MAX = 9;
const words = await loadWords();
const texts: readonly (readonly [string, readonly string[]])[] = [
  ...LESSON_IDS.map((id) => [id, sentencesIn(words.lessons[id])] as const),
  ['scenes', Object.values(words.scenes).map((said) => said?.say ?? '')],
  ['takeaways', Object.values(words.takeaways).map((said) => said?.says ?? '')],
];

describe('the words of lessons and scenes', () => {
  it.each(texts)('can be read at grade 9 on average: %s', (id, said) => {
    const grades = said.map((text) => ({ text, grade: gradeOf(text) }));
    const worst = grades.toSorted((a, b) => b.grade - a.grade)[0];
    const average = grades.reduce((sum, { grade }) => sum + grade, 0) / grades.length;
    expect(average, `${id}; the worst is ${JSON.stringify(worst)}`).toBeLessThanOrEqual(GRADE_MAX);
  });

  it('mark only words that the glossary explains, and explain no other', () => {
    const marked = new Set(
      texts.flatMap(([, said]) =>
        said.flatMap((text) => piecesOf(text).flatMap(({ term }) => term ?? [])),
      ),
    );
    for (const term of marked) expect(words.terms).toHaveProperty(term);
    const listed = new Set(Object.keys(words.terms));
    for (const term of marked) listed.delete(term);
    expect([...listed].filter((term) => !listedTerms.has(term))).toEqual([]);
  });

  it('say of each takeaway what it is, and how long each lesson takes', () => {
    expect(Object.keys(words.takeaways)).toEqual(TAKEAWAYS.map(({ id }) => id));
    expect(Object.keys(MINUTES).toSorted()).toEqual(LESSON_IDS.toSorted());
    for (const minutes of Object.values(MINUTES)) {
      expect(minutes).toBeGreaterThanOrEqual(3);
      expect(minutes).toBeLessThanOrEqual(6);
    }
  });
});

const lessons = await Promise.all(LESSON_IDS.map(loadLesson));
/** A lesson lists the words that it explains. */
const listedTerms = new Set(lessons.flatMap(({ terms }) => terms));

/** Every string with a space in it, however deep. */
function sentencesIn(said: unknown): readonly string[] {
  if (typeof said === 'string') return said.includes(' ') ? [said] : [];
  return typeof said === 'object' && said !== null ? Object.values(said).flatMap(sentencesIn) : [];
}

/** Flesch–Kincaid: school years that one needs. */
function gradeOf(text: string): number {
  const plain = piecesOf(text)
    .map((piece) => piece.text)
    .join('');
  const sentences = plain.split(/[.!?:;]\s|[.!?:;]$/).filter(Boolean).length;
  const spoken = plain.match(/[a-z][a-z’'-]*/gi) ?? [];
  const syllables = spoken.reduce((sum, word) => sum + syllablesIn(word), 0);
  const count = Math.max(1, spoken.length);
  return 0.39 * (count / Math.max(1, sentences)) + 11.8 * (syllables / count) - 15.59;
}

function syllablesIn(word: string): number {
  const spoken = word.toLowerCase().replace(/(?:[^laeiouy]es|[^lt]ed|[^laeiouy]e)$/, '');
  return Math.max(1, spoken.match(/[aeiouy]+/g)?.length ?? 1);
}
