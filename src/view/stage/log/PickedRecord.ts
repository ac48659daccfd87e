import { createContext } from 'react';

/** The record that was picked, by its id; null when none was. */
export const PickedRecordContext = createContext<number | null>(null);
