import { useHighwaterStore } from '../../store/HighwaterContext';
import { scenarioOf } from '../../timeline/recording';
import { copyText } from '../failure/copyText';
import { Later } from '../later/Later';
import { Sheet } from '../sheet/Sheet';

const loadTakeAway = async () => (await import('../take/TakeAway')).TakeAway;

interface ShareSheetProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** What can be taken away from this run, or handed on. */
export function ShareSheet({ open, onOpenChange }: ShareSheetProps) {
  const store = useHighwaterStore();
  const copy = () => copyText(JSON.stringify(scenarioOf(store.getState().recording), null, 2));
  const close = () => onOpenChange(false);
  return (
    <Sheet title="Share" open={open} onOpenChange={onOpenChange}>
      <button type="button" className="quietButton" onClick={() => void copy()}>
        Copy the scenario
      </button>
      <Later what="What can be taken away" load={loadTakeAway} onLeave={close}>
        {(TakeAway) => <TakeAway />}
      </Later>
    </Sheet>
  );
}
