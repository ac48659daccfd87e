import {
  CircleHelp,
  GraduationCap,
  Presentation,
  Server,
  Share2,
  SlidersHorizontal,
  Waypoints,
} from 'lucide-react';
import { useHighwater } from '../../store/HighwaterContext';
import type { ThemeChoice } from './themeChoice';
import { ThemeChoiceButtons } from './ThemeChoiceButtons';
import { seldom } from '../later/seldom';
import './header.css';

const BackToOwnRun = seldom(async () => (await import('./BackToOwnRun')).BackToOwnRun);

interface HeaderProps {
  readonly theme: ThemeChoice;
  readonly onTheme: (theme: ThemeChoice) => void;
  readonly onLessons: () => void;
  readonly onCluster: () => void;
  readonly onSettings: () => void;
  readonly onShare: () => void;
  readonly onPresent: () => void;
  readonly onKeys: () => void;
}

export function Header(props: HeaderProps) {
  const { theme, onTheme, onLessons, onCluster, onSettings, onShare, onPresent, onKeys } = props;
  const isAway = useHighwater((state) => state.ownRun !== null);
  return (
    <header className="header">
      <h1 className="wordmark">Highwater</h1>
      <p className="subtitle">Kafka replication, one event at a time</p>
      <div className="headerActions">
        {isAway && <BackToOwnRun />}
        <button type="button" className="quietButton" data-opens="lessons" onClick={onLessons}>
          <GraduationCap size={17} aria-hidden />
          <span className="settingsWord">Lessons</span>
        </button>
        <SpaceTimeSwitch />
        <button type="button" className="quietButton" onClick={onCluster}>
          <Server size={17} aria-hidden />
          <span className="settingsWord">Cluster</span>
        </button>
        <button type="button" className="quietButton" data-opens="settings" onClick={onSettings}>
          <SlidersHorizontal size={17} aria-hidden />
          <span className="settingsWord">Settings</span>
        </button>
        <button type="button" className="quietButton" onClick={onShare}>
          <Share2 size={17} aria-hidden />
          <span className="settingsWord">Share</span>
        </button>
        <button type="button" className="quietButton" onClick={onPresent}>
          <Presentation size={17} aria-hidden />
          <span className="settingsWord">Present</span>
        </button>
        <ThemeChoiceButtons theme={theme} onTheme={onTheme} />
        <button type="button" className="quietButton" aria-label="Keys" onClick={onKeys}>
          <CircleHelp size={18} aria-hidden />
        </button>
      </div>
    </header>
  );
}

function SpaceTimeSwitch() {
  const isShown = useHighwater((state) => state.isSpaceTimeShown);
  const toggle = useHighwater((state) => state.toggleSpaceTime);
  return (
    <button
      type="button"
      className="quietButton"
      aria-pressed={isShown}
      aria-label="Space-time"
      title="Every message as a line between two nodes (D)"
      onClick={toggle}
    >
      <Waypoints size={17} aria-hidden />
      <span className="settingsWord">Space-time</span>
    </button>
  );
}
