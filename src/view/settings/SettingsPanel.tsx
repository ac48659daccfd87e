import { useState } from 'react';
import { flushSync } from 'react-dom';
import type { AdviceId } from '../../sim/advice';
import { useHighwaterStore } from '../../store/HighwaterContext';
import { worldOf } from '../../store/selectors';
import { focusTheFigure } from '../focusFigure';
import { Sheet } from '../sheet/Sheet';
import { NewClusterForm } from './NewClusterForm';
import { ShowScene } from './Notes';
import { RunningForm } from './RunningForm';
import { draftOf } from './settingsDraft';

interface SettingsPanelProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly recordsPerSecond: number;
  readonly onRate: (recordsPerSecond: number) => void;
}

/** What was typed outlives closing the sheet, because it is kept out here. */
export function SettingsPanel(props: SettingsPanelProps) {
  const { open, onOpenChange, recordsPerSecond, onRate } = props;
  const store = useHighwaterStore();
  const [draft, setDraft] = useState(() => draftOf(worldOf(store.getState()).settings));
  const [isMissed, setMissed] = useState(false);
  const show = async (scene: AdviceId) => {
    setMissed(false);
    try {
      const { openMoment } = await import('../../store/openMoment');
      await openMoment(store, { scene });
      // At once, or the sheet would give the focus back after the figure has it.
      flushSync(() => onOpenChange(false));
      focusTheFigure();
    } catch {
      setMissed(true);
    }
  };
  return (
    <ShowScene value={(scene) => void show(scene)}>
      <Sheet title="Settings" open={open} onOpenChange={onOpenChange}>
        {isMissed && <p role="alert">The scene could not be loaded. Check the connection.</p>}
        <RunningForm recordsPerSecond={recordsPerSecond} onRate={onRate} />
        <NewClusterForm draft={draft} onDraft={setDraft} onStarted={() => onOpenChange(false)} />
      </Sheet>
    </ShowScene>
  );
}
