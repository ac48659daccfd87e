import { type ComponentType, type Ref, useState } from 'react';
import { useHighwater } from '../store/HighwaterContext';
import { Figure, type FigureParts } from './Figure';
import { Header } from './header/Header';
import type { ThemeChoice } from './header/themeChoice';
import { Later } from './later/Later';
import { SidePanel } from './panel/SidePanel';
import { loadHistory } from './transport/loadHistory';
import type { PresentLayerProps } from './present/PresentLayer';
import type { Deeds } from './useDeeds';
import './controls.css';
import './page.css';
import './given/given.css';
import './reflow.css';
import './print.css';
// With the page, or a part that has to be asked for twice would come without its looks.
import './inspector/inspector.css';
import './keys/keys.css';
import './menus/menus.css';
import './present/large.css';
import './present/present.css';
import './settings/settings.css';
import './share/share.css';
import './spaceTime/spaceTime.css';
import './transport/history.css';

const loadPresenting = async () => (await import('./present/PresentLayer')).PresentLayer;
const loadSpaceTime = async () => (await import('./spaceTime/SpaceTime')).SpaceTime;
const loadKeys = async () => (await import('./keys/KeysDialog')).KeysDialog;

interface SheetProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly recordsPerSecond: number;
  readonly onRate: (recordsPerSecond: number) => void;
}

interface SheetPart {
  /** Begins a sentence: `The settings`. */
  readonly what: string;
  readonly load: () => Promise<ComponentType<SheetProps>>;
}

const SHEETS: Readonly<Record<SheetName, SheetPart>> = {
  lessons: {
    what: 'The list of lessons',
    load: async () => (await import('./lesson/loadLessonPages')).loadLessonList(),
  },
  cluster: {
    what: 'The sheet of the cluster',
    load: async () => (await import('./cluster/ClusterPanel')).ClusterPanel,
  },
  settings: {
    what: 'The settings',
    load: async () => (await import('./settings/SettingsPanel')).SettingsPanel,
  },
  share: {
    what: 'The sheet for sharing',
    load: async () => (await import('./share/ShareSheet')).ShareSheet,
  },
  present: {
    what: 'The sheet for presenting',
    load: async () => (await import('./present/PresentSheet')).PresentSheet,
  },
};

type SheetName = 'lessons' | 'cluster' | 'settings' | 'share' | 'present';

/** Those that were ever opened, and the one that is: all lie at the same side. */
interface Sheets {
  readonly known: readonly SheetName[];
  readonly shown: SheetName | null;
}

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
  const [sheets, setSheets] = useState<Sheets>({ known: [], shown: null });
  const isWhole = useHighwater((state) => state.ui === 'full');
  const isBare = useHighwater((state) => state.presenting?.isBare);
  const open = (name: SheetName) => () => {
    const { known, shown } = sheets;
    setSheets({ known: [...new Set([...known, name])], shown: shown === name ? null : name });
  };
  return (
    <div className="page" data-bare={isBare}>
      {isWhole ? (
        <Header
          theme={theme}
          onTheme={onTheme}
          onLessons={open('lessons')}
          onCluster={open('cluster')}
          onSettings={open('settings')}
          onShare={open('share')}
          onPresent={open('present')}
          onKeys={() => onKeysShown(true)}
        />
      ) : (
        <header className="visuallyHidden">
          <h1>Highwater</h1>
        </header>
      )}
      <Figure
        figureRef={figureRef}
        deeds={deeds}
        scenarioText={scenarioText}
        parts={isWhole ? WHOLE : STAGE_ONLY}
      />
      {keysShown && (
        <Later what="The list of keys" load={loadKeys} onLeave={() => onKeysShown(false)}>
          {(KeysDialog) => <KeysDialog onClose={() => onKeysShown(false)} />}
        </Later>
      )}
      <PageSheets sheets={sheets} onChange={setSheets} deeds={deeds} />
    </div>
  );
}

function SpaceTimeBox() {
  const close = useHighwater((state) => state.toggleSpaceTime);
  return (
    <section className="spaceTimeBox" aria-label="Space-time diagram">
      <Later what="The space-time diagram" load={loadSpaceTime} onLeave={close} letsDrawingFail>
        {(SpaceTime) => <SpaceTime />}
      </Later>
    </section>
  );
}

function Presenting(stage: PresentLayerProps) {
  const present = useHighwater((state) => state.present);
  return (
    <Later what="What is for presenting" load={loadPresenting} onLeave={() => present(null)}>
      {(PresentLayer) => <PresentLayer {...stage} />}
    </Later>
  );
}

const STAGE_ONLY: FigureParts = {
  tag: 'main',
  panel: null,
  spaceTime: <SpaceTimeBox />,
  loadHistory,
  renderPresenting: (stage) => <Presenting {...stage} />,
};

const WHOLE: FigureParts = { ...STAGE_ONLY, panel: <SidePanel /> };

interface PageSheetsProps {
  readonly sheets: Sheets;
  readonly onChange: (changed: Sheets) => void;
  readonly deeds: Deeds;
}

/** The sheets at the side, each fetched when it is opened for the first time. */
function PageSheets({ sheets, onChange, deeds }: PageSheetsProps) {
  const { known, shown } = sheets;
  return known.map((name) => {
    const open = (isOpen: boolean) => {
      // Another one may have taken its place.
      if (isOpen || shown === name) onChange({ known, shown: isOpen ? name : null });
    };
    const leave = () => onChange({ known: known.filter((each) => each !== name), shown: null });
    return (
      <Later key={name} {...SHEETS[name]} onLeave={leave}>
        {(Sheet) => (
          <Sheet
            open={shown === name}
            onOpenChange={open}
            recordsPerSecond={deeds.rate}
            onRate={deeds.setRate}
          />
        )}
      </Later>
    );
  });
}
