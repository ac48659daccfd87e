import { createContext } from 'react';

/**
 * Above this many messages they are painted: a browser moves so many elements at a few frames a
 * second.
 */
const ELEMENTS_MAX = 24;

/** How many messages may be elements of their own: in a picture that stands still, all. */
export const ElementsMaxContext = createContext(ELEMENTS_MAX);
