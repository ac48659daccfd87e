import { type ReactNode, useState } from 'react';
import { flushSync } from 'react-dom';
import type { AdviceId } from '../../sim/advice';
import { useHighwaterStore } from '../../store/HighwaterContext';
import { focusTheFigure } from '../focusFigure';
import { ShowScene } from './Notes';

interface ScenesShownProps {
  /** Closes the sheet in which the advice is. */
  readonly onShown: () => void;
  readonly children: ReactNode;
}

/** Where an advice can show its scene, and where it is said that one did not come. */
export function ScenesShown({ onShown, children }: ScenesShownProps) {
  const store = useHighwaterStore();
  const [isMissed, setMissed] = useState(false);
  const show = async (scene: AdviceId) => {
    setMissed(false);
    try {
      const { openMoment } = await import('../../store/openMoment');
      await openMoment(store, { scene });
      // At once, or the sheet would give the focus back after the figure has it.
      flushSync(onShown);
      focusTheFigure();
    } catch {
      setMissed(true);
    }
  };
  return (
    <ShowScene value={(scene) => void show(scene)}>
      {isMissed && <p role="alert">The scene could not be loaded. Check the connection.</p>}
      {children}
    </ShowScene>
  );
}
