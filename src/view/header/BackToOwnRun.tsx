import { Undo2 } from 'lucide-react';
import { useHighwater } from '../../store/HighwaterContext';

/** For while a prepared run is shown instead of the person's own. */
export function BackToOwnRun() {
  const back = useHighwater((state) => state.backToOwnRun);
  return (
    <button
      type="button"
      className="quietButton"
      data-back
      aria-label="Back to your run"
      title="Back to your run"
      onClick={back}
    >
      <Undo2 size={17} aria-hidden />
      <span className="settingsWord">Back to your run</span>
    </button>
  );
}
