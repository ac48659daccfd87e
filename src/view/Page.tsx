import { lazy, Suspense, useState, type Ref } from 'react';
import { Figure } from './Figure';
import { Header } from './header/Header';
import type { ThemeChoice } from './header/themeChoice';
import { type Deeds, PRODUCER } from './useDeeds';
import './controls.css';
import './page.css';

const SettingsPanel = lazy(async () => {
  const settings = await import('./settings/SettingsPanel');
  return { default: settings.SettingsPanel };
});

const KeysDialog = lazy(async () => {
  const keys = await import('./keys/KeysDialog');
  return { default: keys.KeysDialog };
});

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
        <Suspense>
          <KeysDialog open onOpenChange={onKeysShown} />
        </Suspense>
      )}
      {settings !== 'never opened' && (
        <Suspense>
          <SettingsPanel
            open={settings === 'open'}
            onOpenChange={(open) => setSettings(open ? 'open' : 'closed')}
            producer={PRODUCER}
            recordsPerSecond={deeds.rate}
            onRate={deeds.setRate}
          />
        </Suspense>
      )}
    </div>
  );
}
