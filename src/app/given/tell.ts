import type { StoreApi } from 'zustand/vanilla';
import { lastToldBefore } from '../../store/selectors';
import type { HighwaterState } from '../../store/state';
import { scenarioOf, toldMoments } from '../../timeline/recording';
import { sentenceOf } from '../../view/caption/sentenceOf';

/** What an instance tells the page around it. */
export type Told =
  | { readonly type: 'ready' }
  /** CSS pixels that it would like to be high. */
  | { readonly type: 'height'; readonly height: number }
  /** How many events of the story have happened, and the last in a sentence. */
  | { readonly type: 'step'; readonly index: number; readonly what: string }
  /** A goal of a lesson was reached: its id, and how many of how many there are. */
  | {
      readonly type: 'goal';
      readonly lesson: string;
      readonly goal: string;
      readonly reached: number;
      readonly of: number;
    };

/** Tells each step of the story and each goal as it is reached. Returns how to stop. */
export function tellStory(store: StoreApi<HighwaterState>, tell: (told: Told) => void): () => void {
  return store.subscribe((state, before) => {
    if (state.recording !== before.recording || state.frameIndex !== before.frameIndex)
      tellStep(state, before, tell);
    if (state.lesson !== before.lesson) tellGoals(state, before, tell);
  });
}

function tellStep(state: HighwaterState, before: HighwaterState, tell: (told: Told) => void): void {
  const last = lastToldBefore(state);
  if (last === lastToldBefore(before)) return;
  const index = last ? toldMoments(state.recording).indexOf(last) + 1 : 0;
  tell({ type: 'step', index, what: sentenceOf(state) });
}

function tellGoals(
  { lesson }: HighwaterState,
  { lesson: before }: HighwaterState,
  tell: (told: Told) => void,
): void {
  if (!lesson || lesson.lesson !== before?.lesson) return;
  const of = lesson.lesson.goals.length;
  for (const [at, goal] of lesson.reached.entries()) {
    if (before.reached.includes(goal)) continue;
    tell({ type: 'goal', lesson: lesson.lesson.id, goal, reached: at + 1, of });
  }
}

/** Comes to its end once what the address asks for is shown, or cannot be. */
export function whenOpened(store: StoreApi<HighwaterState>, isAsked: boolean): Promise<void> {
  const before = store.getState();
  const scenario = scenarioOf(before.recording);
  const isOpen = ({ recording, watch, notes }: HighwaterState) => {
    const isRefused = notes !== before.notes && !notes.some(isOnItsWay);
    return scenarioOf(recording) !== scenario || watch !== null || isRefused;
  };
  return new Promise((done) => {
    if (!isAsked) return done();
    const stop = store.subscribe((state) => {
      if (!isOpen(state)) return;
      stop();
      done();
    });
    return undefined;
  });
}

/** What is said while a long run is being played: it comes, or is refused, after that. */
function isOnItsWay(note: string): boolean {
  return note.startsWith('The run is being played');
}
