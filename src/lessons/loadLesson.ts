import type { Lesson, SpokenLesson } from './lesson';
import { filledIn, type Words } from './words/words';

/** The lessons in the order of the notes, each fetched when it is opened. */
const LESSONS: { readonly [id in string]: () => Promise<Lesson> } = {
  why: async () => (await import('./lessons/why')).why,
  threeWays: async () => (await import('./lessons/threeWays')).threeWays,
  factor: async () => (await import('./lessons/factor')).factor,
  brokerDown: async () => (await import('./lessons/brokerDown')).brokerDown,
  writes: async () => (await import('./lessons/writes')).writes,
  acks: async () => (await import('./lessons/acks')).acks,
  minInsync: async () => (await import('./lessons/minInsync')).minInsync,
  highWatermark: async () => (await import('./lessons/highWatermark')).highWatermark,
  slowFollower: async () => (await import('./lessons/slowFollower')).slowFollower,
  failover: async () => (await import('./lessons/failover')).failover,
  truncation: async () => (await import('./lessons/truncation')).truncation,
  unclean: async () => (await import('./lessons/unclean')).unclean,
  nearest: async () => (await import('./lessons/nearest')).nearest,
  balance: async () => (await import('./lessons/balance')).balance,
};

/** Ids of all lessons, in the order in which they are to be taken. */
export const LESSON_IDS: readonly string[] = Object.keys(LESSONS);

/** Fetches a lesson. Fails when there is none of this id, or no connection. */
export async function loadLesson(id: string): Promise<SpokenLesson> {
  const { ui } = await loadWords();
  const load = LESSON_IDS.includes(id) && LESSONS[id];
  if (!load) throw new RangeError(filledIn(ui.noLesson, { lesson: id }));
  const [lesson, rules] = await Promise.all([load(), import('./lessonRun')]);
  return { ...lesson, ui, rules };
}

/** Fetches all that is said in lessons and scenes. */
export async function loadWords(): Promise<Words> {
  return (await import('./words/en.json')).default;
}
