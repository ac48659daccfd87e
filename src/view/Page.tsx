import { type Ref, useState } from 'react';
import { Figure } from './Figure';
import { Header } from './header/Header';
import type { ThemeChoice } from './header/themeChoice';
import { Later } from './later/Later';
import type { Deeds } from './useDeeds';
import './controls.css';
import './page.css';
// With the page, or a part that has to be asked for twice would come without its looks.
import './inspector/inspector.css';
import './keys/keys.css';
import './menus/menus.css';
import './settings/settings.css';
import './spaceTime/spaceTime.css';

const loadSettings = async () => (await import('./settings/SettingsPanel')).SettingsPanel;
const loadCluster = async () => (await import('./cluster/ClusterPanel')).ClusterPanel;
const loadLessons = async () => (await import('./lesson/loadLessonParts')).loadLessonList();
const loadKeys = async () => (await import('./keys/KeysDialog')).KeysDialog;

type SheetState = 'never opened' | 'open' | 'closed';

interface Sheets {
  readonly lessons: SheetState;
  readonly cluster: SheetState;
  readonly settings: SheetState;
}

const NO_SHEETS: Sheets = {
  lessons: 'never opened',
  cluster: 'never opened',
  settings: 'never opened',
};

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
  const [sheets, setSheets] = useState(NO_SHEETS);
  // All lie at the same side, so the others make way.
  const open = (sheet: keyof Sheets) => {
    const closed = (state: SheetState) => (state === 'open' ? 'closed' : state);
    const { lessons, cluster, settings } = sheets;
    const all = { lessons: closed(lessons), cluster: closed(cluster), settings: closed(settings) };
    setSheets({ ...all, [sheet]: sheets[sheet] === 'open' ? 'closed' : 'open' });
  };
  return (
    <div className="page">
      <Header
        theme={theme}
        onTheme={onTheme}
        onLessons={() => open('lessons')}
        onCluster={() => open('cluster')}
        onSettings={() => open('settings')}
        onKeys={() => onKeysShown(true)}
      />
      <Figure figureRef={figureRef} deeds={deeds} scenarioText={scenarioText} />
      {keysShown && (
        <Later what="The list of keys" load={loadKeys} onLeave={() => onKeysShown(false)}>
          {(KeysDialog) => <KeysDialog onClose={() => onKeysShown(false)} />}
        </Later>
      )}
      <PageSheets
        sheets={sheets}
        onChange={(changed) => setSheets({ ...sheets, ...changed })}
        deeds={deeds}
      />
    </div>
  );
}

interface PageSheetsProps {
  readonly sheets: Sheets;
  readonly onChange: (changed: Partial<Sheets>) => void;
  readonly deeds: Deeds;
}

/** The sheets at the side, each fetched when it is opened for the first time. */
function PageSheets({ sheets, onChange: show, deeds }: PageSheetsProps) {
  return (
    <>
      {sheets.lessons !== 'never opened' && (
        <Later
          what="The list of lessons"
          load={loadLessons}
          onLeave={() => show({ lessons: 'never opened' })}
        >
          {(LessonList) => (
            <LessonList
              open={sheets.lessons === 'open'}
              onOpenChange={(isOpen) => show({ lessons: isOpen ? 'open' : 'closed' })}
            />
          )}
        </Later>
      )}
      {sheets.cluster !== 'never opened' && (
        <Later
          what="The sheet of the cluster"
          load={loadCluster}
          onLeave={() => show({ cluster: 'never opened' })}
        >
          {(ClusterPanel) => (
            <ClusterPanel
              open={sheets.cluster === 'open'}
              onOpenChange={(isOpen) => show({ cluster: isOpen ? 'open' : 'closed' })}
            />
          )}
        </Later>
      )}
      {sheets.settings !== 'never opened' && (
        <Later
          what="The settings"
          load={loadSettings}
          onLeave={() => show({ settings: 'never opened' })}
        >
          {(SettingsPanel) => (
            <SettingsPanel
              open={sheets.settings === 'open'}
              onOpenChange={(isOpen) => show({ settings: isOpen ? 'open' : 'closed' })}
              recordsPerSecond={deeds.rate}
              onRate={deeds.setRate}
            />
          )}
        </Later>
      )}
    </>
  );
}
