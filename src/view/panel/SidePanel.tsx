import type { KeyboardEvent } from 'react';
import { useHighwater } from '../../store/HighwaterContext';
import { Describe } from '../describe/Describe';
import { Promises } from '../describe/Promises';
import { Feed } from '../feed/Feed';
import { Later } from '../later/Later';
import { type Panel, PANELS } from './panelList';
import './panel.css';

/** What is beside the stage: one panel of several, and under it what was promised and kept. */
export function SidePanel() {
  const shown = useHighwater((state) => state.panel);
  const panel = PANELS.find(({ name }) => name === shown);
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
        {panel && <Shown key={panel.name} panel={panel} />}
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

function Tabs() {
  const shown = useHighwater((state) => state.panel);
  const showPanel = useHighwater((state) => state.showPanel);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by === undefined) return;
    const at = PANELS.findIndex(({ name }) => name === shown);
    const next = PANELS.at((at + by) % PANELS.length);
    if (!next) return;
    showPanel(next.name);
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
      {PANELS.map(({ name, word, icon: Icon }) => (
        <button
          key={name}
          type="button"
          id={`tab-${name}`}
          className="panelTab"
          role="tab"
          aria-selected={name === shown}
          aria-controls="sidePanel"
          tabIndex={name === shown ? 0 : -1}
          onClick={() => showPanel(name)}
        >
          <Icon size={17} aria-hidden />
          {word}
        </button>
      ))}
    </div>
  );
}
