import { useState } from 'react';
import { useHighwaterStore } from '../../store/HighwaterContext';
import { worldOf } from '../../store/selectors';
import { Sheet } from '../sheet/Sheet';
import { NewClusterForm } from './NewClusterForm';
import { RunningForm } from './RunningForm';
import { ScenesShown } from './ScenesShown';
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
  const close = () => onOpenChange(false);
  return (
    <Sheet title="Settings" open={open} onOpenChange={onOpenChange}>
      <ScenesShown onShown={close}>
        <RunningForm recordsPerSecond={recordsPerSecond} onRate={onRate} />
        <NewClusterForm draft={draft} onDraft={setDraft} onStarted={close} />
      </ScenesShown>
    </Sheet>
  );
}
