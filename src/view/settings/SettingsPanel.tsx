import { X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { useState } from 'react';
import { useHighwaterStore } from '../../store/HighwaterContext';
import { worldOf } from '../../store/selectors';
import { useFocusBack } from '../useFocusBack';
import { NewClusterForm } from './NewClusterForm';
import { RunningForm } from './RunningForm';
import { draftOf } from './settingsDraft';

interface SettingsPanelProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly recordsPerSecond: number;
  readonly onRate: (recordsPerSecond: number) => void;
}

/**
 * A sheet at the side: the run stays in sight and goes on. What was typed outlives closing it,
 * because it is kept out here.
 */
export function SettingsPanel(props: SettingsPanelProps) {
  const { open, onOpenChange, recordsPerSecond, onRate } = props;
  const store = useHighwaterStore();
  const focusBack = useFocusBack();
  const [draft, setDraft] = useState(() => draftOf(worldOf(store.getState()).settings));
  return (
    <Dialog.Root modal={false} open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Content
          className="sheet"
          aria-describedby={undefined}
          {...focusBack}
          onInteractOutside={(event) => event.preventDefault()}
        >
          <div className="sheetHead">
            <Dialog.Title className="dialogTitle">Settings</Dialog.Title>
            <Dialog.Close className="quietButton" aria-label="Close settings">
              <X size={18} aria-hidden />
            </Dialog.Close>
          </div>
          <div className="sheetBody">
            <RunningForm recordsPerSecond={recordsPerSecond} onRate={onRate} />
            <NewClusterForm
              draft={draft}
              onDraft={setDraft}
              onStarted={() => onOpenChange(false)}
            />
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
