import { THEME_CHOICES, type ThemeChoice } from '../view/header/themeChoice';

const KEY = 'highwater.theme';

/** The choice of the last visit; the system's colours where nothing was kept or may be read. */
export function readThemeChoice(): ThemeChoice {
  try {
    const kept = localStorage.getItem(KEY);
    return THEME_CHOICES.find((choice) => choice === kept) ?? 'system';
  } catch {
    return 'system';
  }
}

/** Keeps the choice for the next visit, where the browser lets us. */
export function keepThemeChoice(choice: ThemeChoice): void {
  try {
    localStorage.setItem(KEY, choice);
  } catch {
    // A sandboxed page has no storage: the choice then lasts as long as the page.
  }
}

/** Gives the page its colours. */
export function applyTheme(choice: ThemeChoice, systemIsDark: boolean): void {
  const theme = choice === 'system' ? (systemIsDark ? 'dark' : 'light') : choice;
  document.documentElement.dataset['theme'] = theme;
  const scheme = document.querySelector('meta[name="color-scheme"]');
  scheme?.setAttribute('content', choice === 'system' ? 'light dark' : choice);
}
