import { useMemo } from 'react';
import { useHighwater } from '../../store/HighwaterContext';
import type { WholeRun } from '../../timeline/life/moments';

/** The recording shown, with its prologue once the engine is there to run it again. */
export function useWholeRun(): WholeRun {
  const recording = useHighwater((state) => state.recording);
  const engine = useHighwater((state) => state.engine);
  return useMemo(
    () => ({ recording, prologue: engine && engine.prologueOf(recording) }),
    [recording, engine],
  );
}
