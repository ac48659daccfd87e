import { type Ref, useState } from 'react';
import { Figure } from './Figure';
import { Header } from './header/Header';
import type { ThemeChoice } from './header/themeChoice';
import { Later } from './later/Later';
import type { Deeds } from './useDeeds';
import './controls.css';
import './page.css';
// With the page, or a part that has to be asked for twice would come without its looks.
import './keys/keys.css';
import './menus/menus.css';
import './settings/settings.css';

const loadSettings = async () => (await import('./settings/SettingsPanel')).SettingsPanel;
const loadKeys = async () => (await import('./keys/KeysDialog')).KeysDialog;

interface PageProps {
  readonly theme: ThemeChoice;
  readonly onTheme: (theme: ThemeChoice) => void;
  readonly figureRef: Ref<HTMLElement>;
  readonly deeds: Deeds;
  readonly keysShown: boolean;
  readonly onKeysShown: (shown: boolean) => void;
  readonly scenarioText: () => string;
}

/** The whole page of the sandbox. */
export function Page(props: PageProps) {
  const { theme, onTheme, figureRef, deeds, keysShown, onKeysShown, scenarioText } = props;
  const [settings, setSettings] = useState<'never opened' | 'open' | 'closed'>('never opened');
  return (
    <div className="page">
      <Header
        theme={theme}
        onTheme={onTheme}
        onSettings={() => setSettings(settings === 'open' ? 'closed' : 'open')}
        onKeys={() => onKeysShown(true)}
      />
      <Figure figureRef={figureRef} deeds={deeds} scenarioText={scenarioText} />
      {keysShown && (
        <Later what="The list of keys" load={loadKeys} onLeave={() => onKeysShown(false)}>
          {(KeysDialog) => <KeysDialog open onOpenChange={onKeysShown} />}
        </Later>
      )}
      {settings !== 'never opened' && (
        <Later what="The settings" load={loadSettings} onLeave={() => setSettings('never opened')}>
          {(SettingsPanel) => (
            <SettingsPanel
              open={settings === 'open'}
              onOpenChange={(open) => setSettings(open ? 'open' : 'closed')}
              recordsPerSecond={deeds.rate}
              onRate={deeds.setRate}
            />
          )}
        </Later>
      )}
    </div>
  );
}
