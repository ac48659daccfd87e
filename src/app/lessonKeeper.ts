import type { StoreApi } from 'zustand/vanilla';
import { type Moment, momentIn, queryFor } from '../lessons/moment';
import { openMoment } from '../store/openMoment';
import type { HighwaterState } from '../store/state';

/**
 * Opens what the address asks for, and keeps the address to what is shown, so that it can be handed
 * on. Returns how to stop that.
 */
export function keepLessons(store: StoreApi<HighwaterState>): () => void {
  const asked = momentIn(window.location.search);
  if (asked) {
    openMoment(store, asked).catch((error: unknown) => {
      // Said where a scene says what to watch: it is what there is to know about this page.
      store.setState({ watch: missedBecause(error) });
    });
  }
  return store.subscribe((state, before) => {
    const [now, then] = [momentOf(state), momentOf(before)].map(queryFor);
    if (now !== undefined && now !== then) showQuery(now);
  });
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

function missedBecause(error: unknown): string {
  if (!(error instanceof RangeError))
    return 'The link could not be followed. Check the connection and load the page again.';
  return `The link leads nowhere. ${error.message} So this is the page as it always opens.`;
}
