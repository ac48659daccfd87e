import { createContext, use } from 'react';

/** Where an instance is drawn: a page of its own, or an element within another page. */
export interface Surroundings {
  /** What dialogs are put into. */
  readonly home: HTMLElement;
  readonly matchMedia: (query: string) => Media;
  /** Which of the elements of its page it is, from 1; 0 for a page of its own. */
  readonly number: number;
}

/** What is asked of a screen, and whether it is so. */
export interface Media {
  readonly matches: boolean;
  readonly addEventListener: (type: 'change', changed: () => void) => void;
  readonly removeEventListener: (type: 'change', changed: () => void) => void;
}

export const SurroundingsContext = createContext<Surroundings>({
  // An element is defined before its page has a body, and brings its own.
  get home() {
    return document.body;
  },
  matchMedia: (query) => window.matchMedia(query),
  number: 0,
});

export function useSurroundings(): Surroundings {
  return use(SurroundingsContext);
}

/** What a part of a figure is: a landmark of its page, unless that is the page of others. */
export function usePartRole(): 'group' | undefined {
  return useSurroundings().number > 0 ? 'group' : undefined;
}
