import { createContext } from 'react';

/** Above this many messages they are painted: so many elements take long to make. */
const ELEMENTS_MAX = 24;

/**
 * How many messages may be elements of their own while the story stands still. While it plays none
 * is, unless any number may be: in a picture that is drawn into a file.
 */
export const ElementsMaxContext = createContext(ELEMENTS_MAX);
