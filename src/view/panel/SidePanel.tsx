import type { KeyboardEvent } from 'react';
import { useHighwater } from '../../store/HighwaterContext';
import { brokenCount } from '../../store/selectors';
import { Describe } from '../describe/Describe';
import { Promises } from '../describe/Promises';
import { Feed } from '../feed/Feed';
import { Later } from '../later/Later';
import type { PanelName } from '../../share/subject';
import { EVENTS_PANEL, LESSON_PANEL, type Panel, PANELS } from './panelList';
import './panel.css';

const WITH_LESSON = [LESSON_PANEL, ...PANELS];

/** What is beside the stage: one panel of several, and under it what was promised and kept. */
export function SidePanel() {
  const panel = useShown();
  const shown = panel.name;
  return (
    <div className="panel" data-panel={shown}>
      <Tabs />
      <div
        id="sidePanel"
        className="panelBody"
        role="tabpanel"
        tabIndex={-1}
        aria-labelledby={`tab-${shown}`}
      >
        <Shown key={shown} panel={panel} />
      </div>
      <Promises />
    </div>
  );
}

function Shown({ panel }: { readonly panel: Panel }) {
  const showPanel = useHighwater((state) => state.showPanel);
  if (!panel.load) {
    return (
      <>
        <Feed />
        <div className="panelFoot">
          <Describe />
        </div>
      </>
    );
  }
  return (
    <Later
      what={`The panel “${panel.word}”`}
      load={panel.load}
      onLeave={() => showPanel('events')}
      letsDrawingFail
    >
      {(Loaded) => <Loaded />}
    </Later>
  );
}

function usePanels(): readonly Panel[] {
  const isTaught = useHighwater((state) => state.lesson !== null);
  return isTaught ? WITH_LESSON : PANELS;
}

/** The panel that was asked for, or the first where there is no such panel any more. */
function useShown(): Panel {
  const asked = useHighwater((state) => state.panel);
  return usePanels().find(({ name }) => name === asked) ?? EVENTS_PANEL;
}

function Tabs() {
  const panels = usePanels();
  const shown = useShown().name;
  const broken = useHighwater(brokenCount);
  const showPanel = useHighwater((state) => state.showPanel);
  const show = (name: PanelName) => {
    showPanel(name);
    // Below the stage it may be out of sight.
    document.getElementById('sidePanel')?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by === undefined) return;
    const at = panels.findIndex(({ name }) => name === shown);
    const next = panels.at((at + by) % panels.length);
    if (!next) return;
    show(next.name);
    document.getElementById(`tab-${next.name}`)?.focus();
  };
  return (
    <div
      className="panelTabs"
      role="tablist"
      aria-label="Panels"
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      {panels.map(({ name, word, icon: Icon }) => (
        <button
          key={name}
          type="button"
          id={`tab-${name}`}
          className="panelTab"
          role="tab"
          aria-selected={name === shown}
          aria-controls="sidePanel"
          title={word}
          tabIndex={name === shown ? 0 : -1}
          onClick={() => show(name)}
        >
          <Icon size={17} aria-hidden />
          <span className="panelWord">{word}</span>
          {name === 'promises' && broken > 0 && (
            <span className="panelBroken">
              {broken}
              <span className="visuallyHidden"> broken</span>
            </span>
          )}
        </button>
      ))}
    </div>
  );
}
