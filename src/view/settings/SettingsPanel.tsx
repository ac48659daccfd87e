import { useState } from 'react';
import { flushSync } from 'react-dom';
import { ADVICE_SCENES } from '../../lessons/scenes/adviceScenes';
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
  const show = (id: AdviceId) => {
    const { scenario, watch } = ADVICE_SCENES[id];
    store.getState().openScenario(scenario, watch);
    // At once, or the sheet would give the focus back after the figure has it.
    flushSync(() => onOpenChange(false));
    focusTheFigure();
  };
  return (
    <ShowScene value={show}>
      <Sheet title="Settings" open={open} onOpenChange={onOpenChange}>
        <RunningForm recordsPerSecond={recordsPerSecond} onRate={onRate} />
        <NewClusterForm draft={draft} onDraft={setDraft} onStarted={() => onOpenChange(false)} />
      </Sheet>
    </ShowScene>
  );
}
