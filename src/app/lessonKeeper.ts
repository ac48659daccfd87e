import type { StoreApi } from 'zustand/vanilla';
import { parseScore, type Score, scoreAfter } from '../lessons/score';
import type { HighwaterState } from '../store/state';
import { keepAddress } from './address';

const KEY = 'highwater.score';

/**
 * Opens what the address asks for and keeps the address to what is shown; keeps the score for the
 * next visit. Returns how to stop that.
 *
 * @param first how the page began
 */
export function keepLessons(store: StoreApi<HighwaterState>, first = store.getState()) {
  const stopAddress = keepAddress(store, first);
  let isPaperAsked = false;
  store.setState({ score: readScore() });
  const stopScore = store.subscribe((state, before) => {
    if (state.score !== before.score) keepScore(state.score);
    const { lesson, score } = state;
    const was = before.lesson;
    if (lesson && !isPaperAsked) {
      isPaperAsked = true;
      // Without it the browser prints the present step.
      keepPaper(store).catch(() => undefined);
    }
    // Whoever has just opened a lesson has answered and reached nothing, whatever a link says.
    if (!lesson || lesson.lesson !== was?.lesson) return;
    if (lesson.answers !== was.answers || lesson.reached !== was.reached) {
      const next = scoreAfter(score, lesson);
      if (next !== score) store.setState({ score: next });
    }
  });
  return () => {
    stopScore();
    stopAddress();
  };
}

/** Fetched with the first lesson, since a browser that prints does not wait. */
async function keepPaper({ getState }: StoreApi<HighwaterState>): Promise<void> {
  return (await import('../view/take/print/printHandout')).keepPaper(getState);
}

/** What was kept at the last visit, where it may be read. */
function readScore(): Score {
  try {
    return parseScore(localStorage.getItem(KEY));
  } catch {
    return {};
  }
}

function keepScore(score: Score): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(score));
  } catch {
    // A sandboxed page has no storage: the score then lasts as long as the page.
  }
}
