import { type ComponentType, type ReactNode, type Ref, useState } from 'react';
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
const loadSettings = async () => (await import('./settings/SettingsPanel')).SettingsPanel;
const loadCluster = async () => (await import('./cluster/ClusterPanel')).ClusterPanel;
const loadLessons = async () => (await import('./lesson/loadLessonPages')).loadLessonList();
const loadShare = async () => (await import('./share/ShareSheet')).ShareSheet;
const loadPresent = async () => (await import('./present/PresentSheet')).PresentSheet;
const loadKeys = async () => (await import('./keys/KeysDialog')).KeysDialog;

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
    setSheets({ known: [...known, name], shown: shown === name ? null : name });
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
  const shared = { sheets, onChange };
  return (
    <>
      <PageSheet {...shared} name="lessons" what="The list of lessons" load={loadLessons}>
        {(LessonList, shown) => <LessonList {...shown} />}
      </PageSheet>
      <PageSheet {...shared} name="cluster" what="The sheet of the cluster" load={loadCluster}>
        {(ClusterPanel, shown) => <ClusterPanel {...shown} />}
      </PageSheet>
      <PageSheet {...shared} name="settings" what="The settings" load={loadSettings}>
        {(SettingsPanel, shown) => (
          <SettingsPanel {...shown} recordsPerSecond={deeds.rate} onRate={deeds.setRate} />
        )}
      </PageSheet>
      <PageSheet {...shared} name="share" what="The sheet for sharing" load={loadShare}>
        {(ShareSheet, shown) => <ShareSheet {...shown} />}
      </PageSheet>
      <PageSheet {...shared} name="present" what="The sheet for presenting" load={loadPresent}>
        {(PresentSheet, shown) => <PresentSheet {...shown} />}
      </PageSheet>
    </>
  );
}

interface Shown {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

interface PageSheetProps<Props> extends Omit<PageSheetsProps, 'deeds'> {
  readonly name: SheetName;
  /** Begins a sentence: `The settings`. */
  readonly what: string;
  readonly load: () => Promise<ComponentType<Props>>;
  readonly children: (Part: ComponentType<Props>, shown: Shown) => ReactNode;
}

function PageSheet<Props>(props: PageSheetProps<Props>) {
  const { name, what, load, sheets, onChange, children } = props;
  const { known } = sheets;
  if (!known.includes(name)) return null;
  const shown: Shown = {
    open: sheets.shown === name,
    // Another one may have taken its place.
    onOpenChange: (isOpen) =>
      (isOpen || sheets.shown === name) && onChange({ known, shown: isOpen ? name : null }),
  };
  const leave = () => onChange({ known: known.filter((each) => each !== name), shown: null });
  return (
    <Later what={what} load={load} onLeave={leave}>
      {(Part: ComponentType<Props>) => children(Part, shown)}
    </Later>
  );
}
