import { useLayoutEffect, useState } from 'react';
import { useHighwater, useHighwaterStore } from '../store/HighwaterContext';
import type { ThemeChoice } from '../view/header/themeChoice';
import { useMediaQuery } from '../view/useMediaQuery';
import { applyTheme, keepThemeChoice, readThemeChoice } from './theme';

/** The colours of the page: asked for by its address, chosen here, or those of the system. */
export function useTheme(): readonly [ThemeChoice, (choice: ThemeChoice) => void] {
  const store = useHighwaterStore();
  const given = useHighwater((state) => state.theme);
  const [kept, setKept] = useState(readThemeChoice);
  const choice = given ?? kept;
  const systemIsDark = useMediaQuery('(prefers-color-scheme: dark)');
  const profile = useHighwater((state) => state.presenting?.profile ?? 'standard');
  useLayoutEffect(() => applyTheme(choice, systemIsDark), [choice, systemIsDark]);
  useLayoutEffect(() => {
    document.documentElement.dataset['profile'] = profile;
  }, [profile]);
  const choose = (chosen: ThemeChoice) => {
    keepThemeChoice(chosen);
    setKept(chosen);
    store.setState({ theme: null });
  };
  return [choice, choose];
}
