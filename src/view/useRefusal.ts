import type { Command } from '../sim/command';
import type { Refusal } from '../sim/refusal/refuse';
import { useHighwater, useHighwaterStore } from '../store/HighwaterContext';

/** The dry run of a command at the moment shown: null when it would change something. */
export function useRefusal(command: Command): Refusal | null {
  const store = useHighwaterStore();
  // Anew whenever another frame is shown, or when the engine that knows has come.
  useHighwater((state) => state.frameIndex);
  useHighwater((state) => state.engine);
  return store.getState().refusalOf(command);
}
