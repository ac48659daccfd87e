import { createContext } from 'react';

/** Above this many messages they are painted: so many elements take long to make. */
const ELEMENTS_MAX = 24;

/** How many messages may be elements of their own while the story stands still. */
export const ElementsMaxContext = createContext(ELEMENTS_MAX);
