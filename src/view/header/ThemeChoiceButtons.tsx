import { Monitor, Moon, Sun } from 'lucide-react';
import { THEME_CHOICES, type ThemeChoice } from './themeChoice';

const ICONS = { system: Monitor, light: Sun, dark: Moon };
const NAMES = { system: 'Colours as the system', light: 'Light', dark: 'Dark' };

interface ThemeChoiceButtonsProps {
  readonly theme: ThemeChoice;
  readonly onTheme: (theme: ThemeChoice) => void;
}

export function ThemeChoiceButtons({ theme, onTheme }: ThemeChoiceButtonsProps) {
  return (
    <fieldset className="themes">
      <legend className="visuallyHidden">Colours</legend>
      {THEME_CHOICES.map((choice) => {
        const Icon = ICONS[choice];
        return (
          <label key={choice} className="theme" title={NAMES[choice]}>
            <input
              type="radio"
              name="theme"
              className="visuallyHidden"
              aria-label={NAMES[choice]}
              checked={choice === theme}
              onChange={() => onTheme(choice)}
            />
            <Icon size={16} aria-hidden />
          </label>
        );
      })}
    </fieldset>
  );
}
