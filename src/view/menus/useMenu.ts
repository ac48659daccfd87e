import { createContext, useContext } from 'react';

interface MenuTurn {
  /** Shows a page of the menu; null is the first one. */
  readonly goTo: (page: string | null) => void;
  /** Is told of a choice that ends the menu. */
  readonly onChosen: () => void;
}

export const MenuContext = createContext<MenuTurn>({ goTo: () => {}, onChosen: () => {} });

/** The menu around an entry. */
export function useMenu(): MenuTurn {
  return useContext(MenuContext);
}
