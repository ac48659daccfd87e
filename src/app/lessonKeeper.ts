import type { StoreApi } from 'zustand/vanilla';
import { loadWords } from '../lessons/loadLesson';
import { type Moment, momentIn, queryFor } from '../lessons/moment';
import { parseScore, type Score, scoreAfter } from '../lessons/score';
import { filledIn } from '../lessons/words/words';
import { openMoment } from '../store/openMoment';
import type { HighwaterState } from '../store/state';

const KEY = 'highwater.score';

/**
 * Opens what the address asks for, and keeps the address to what is shown, so that it can be handed
 * on; keeps the score for the next visit. Returns how to stop that.
 */
export function keepLessons(store: StoreApi<HighwaterState>): () => void {
  const asked = momentIn(window.location.search);
  if (asked) {
    openMoment(store, asked).catch((error: unknown) => {
      // Said where a scene says what to watch: it is what there is to know about this page.
      void missedBecause(error).then((watch) => store.setState({ watch }));
    });
  }
  store.setState({ score: readScore() });
  return store.subscribe((state, before) => {
    if (state.score !== before.score) keepScore(state.score);
    const { lesson, score } = state;
    // A lesson that was just opened has been answered by nobody.
    if (lesson && lesson.lesson === before.lesson?.lesson) {
      const next = scoreAfter(score, lesson);
      if (next !== score) store.setState({ score: next });
    }
    const [now, then] = [momentOf(state), momentOf(before)].map(queryFor);
    if (now !== undefined && now !== then) showQuery(now);
  });
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

function momentOf({ lesson, scene }: HighwaterState): Moment | null {
  if (lesson) return { lesson: lesson.lesson.id, step: lesson.step + 1 };
  return scene && { scene: scene.id };
}

function showQuery(query: string): void {
  const { pathname, hash } = window.location;
  try {
    window.history.replaceState(window.history.state, '', `${pathname}${query}${hash}`);
  } catch {
    // A page in a frame, or opened from a file, may not: it only loses its link.
  }
}

async function missedBecause(error: unknown): Promise<string> {
  // Without a connection there are no words either, in any language.
  if (!(error instanceof RangeError))
    return 'The link could not be followed. Check the connection and load the page again.';
  const { ui } = await loadWords();
  return filledIn(ui.leadsNowhere, { because: error.message });
}
