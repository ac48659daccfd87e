import type { StoreApi } from 'zustand/vanilla';
import type { HighwaterState } from '../store/state';

/**
 * While a lesson is taken, what the browser prints is its handout: fetched with the lesson, since a
 * browser that prints does not wait. A part of another page is printed as that page shows it.
 * Returns how to stop that.
 */
export function keepPaper(store: StoreApi<HighwaterState>): () => void {
  let put: ((state: HighwaterState) => void) | null = null;
  const look = ({ lesson }: HighwaterState) => {
    if (!lesson || window.parent !== window) return;
    stop();
    // Without it the present step is printed.
    fetchPaper().then(
      (fetched) => (put = fetched),
      () => undefined,
    );
  };
  const print = () => put?.(store.getState());
  const stop = store.subscribe(look);
  look(store.getState());
  window.addEventListener('beforeprint', print);
  return () => {
    stop();
    window.removeEventListener('beforeprint', print);
  };
}

async function fetchPaper() {
  return (await import('../view/take/print/printHandout')).lessonOnPaper();
}
