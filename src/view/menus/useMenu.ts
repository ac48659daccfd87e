import { createContext, useContext } from 'react';

/** Where the focus goes as a menu closes; `nowhere`: something else takes it. */
export type FocusAfterMenu = 'trigger' | 'figure' | 'nowhere';

interface MenuTurn {
  /** Shows a page of the menu; null is the first one. */
  readonly goTo: (page: string | null) => void;
  readonly close: (focus: FocusAfterMenu) => void;
}

export const MenuContext = createContext<MenuTurn>({ goTo: () => {}, close: () => {} });

/** The menu around an entry. */
export function useMenu(): MenuTurn {
  return useContext(MenuContext);
}
