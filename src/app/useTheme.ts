import { useLayoutEffect, useState } from 'react';
import type { ThemeChoice } from '../view/header/themeChoice';
import { useMediaQuery } from '../view/useMediaQuery';
import { applyTheme, keepThemeChoice, readThemeChoice } from './theme';

/** The colours of the page: chosen here, or those of the system. */
export function useTheme(): readonly [ThemeChoice, (choice: ThemeChoice) => void] {
  const [choice, setChoice] = useState(readThemeChoice);
  const systemIsDark = useMediaQuery('(prefers-color-scheme: dark)');
  useLayoutEffect(() => applyTheme(choice, systemIsDark), [choice, systemIsDark]);
  const choose = (chosen: ThemeChoice) => {
    keepThemeChoice(chosen);
    setChoice(chosen);
  };
  return [choice, choose];
}
